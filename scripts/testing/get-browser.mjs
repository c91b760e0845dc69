import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { announceStep } from "../prepare/announce-step.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { findBrowser, listFolder } from "./find-browser.mjs";

/**
 * A Chromium to test with: one that is there, else Debian's as root, else Playwright's download.
 * @param {string} root
 * @returns {Promise<string>} absolute path of a browser that runs
 * @throws {ExpectedFailure} where none can be had
 */
export async function getBrowser(root) {
  const search = {
    env: process.env,
    list: listFolder,
    runs: tellsVersion,
    ownBrowser: () => playwrightBrowser(),
  };
  for (const install of [null, installWithApt, installWithPlaywright]) {
    if (install) await tryInstall(() => install(root));
    const browser = await findBrowser(search);
    if (browser) return browser;
  }
  throw new ExpectedFailure(
    "No browser for the browser tests: install Chromium or Chrome, or name one in CHROMIUM_PATH.",
  );
}

/**
 * One way of installing that fails is not the end: the next is tried, and the reason was shown.
 * @param {() => Promise<void>} install
 */
async function tryInstall(install) {
  try {
    await install();
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.log(error.message);
  }
}

/** @param {string} file */
function tellsVersion(file) {
  if (!existsSync(file)) return false;
  return spawnSync(file, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

/** @returns {Promise<string | null>} */
async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath() || null;
}

async function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "--no-install-recommends"];
  await announceStep(
    "Installing Chromium with apt-get (once, about a minute)",
    async () => {
      const update = await runCommand("apt-get", ["update"], { env });
      if (update.code !== 0) return update;
      // Older releases have it only with its windows.
      const shell = await runCommand("apt-get", [...install, "chromium-headless-shell"], { env });
      return shell.code === 0 ? shell : runCommand("apt-get", [...install, "chromium"], { env });
    },
    "apt-get could not install Chromium.",
  );
}

/** @param {string} root */
async function installWithPlaywright(root) {
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  await announceStep(
    "Downloading Playwright's Chromium (once, about a minute)",
    () => runCommand(process.execPath, [cli, "install", "chromium"], { cwd: root }),
    "Playwright could not download its Chromium.",
  );
}
