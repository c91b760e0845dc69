import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { announceStep } from "./announce-step.mjs";
import { isInstalled } from "./installed-packages.mjs";
import { npmCommand } from "./npm-command.mjs";
import { runCommand } from "./run-command.mjs";
import { refuseWhileServing } from "./serving-marks.mjs";

/**
 * Makes node_modules what package-lock.json says; does nothing where it is already.
 * @param {string} root
 * @param {{ show?: boolean }} [options] `show` lets npm write to the terminal
 */
export async function installPackages(root, options = {}) {
  const stampFile = path.join(root, "node_modules", ".backlog-balance-platform");
  const platform = `${process.platform}-${process.arch}`;
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : null;
  if (isInstalled(root, { stamp, platform })) return;
  refuseWhileServing(root);
  await announceStep(
    existsSync(path.join(root, "node_modules"))
      ? "Installing packages (changed or unfinished, about a minute)"
      : "Installing packages (first start only, about a minute)",
    () => runInstall(root, options.show ?? false),
    "The packages could not be installed: see npm's message above.",
  );
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, platform);
}

/**
 * `--include=dev`: with NODE_ENV=production npm leaves out the tools the build needs.
 * @param {string} root
 * @param {boolean} show
 */
function runInstall(root, show) {
  const npm = npmCommand(process.env);
  return runCommand(npm.file, [...npm.args, "ci", "--include=dev"], { cwd: root, show });
}
