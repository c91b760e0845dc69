import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { loadSettingsFile } from "./read-settings.mjs";

/**
 * Runs a TypeScript program of the project's own with its settings; this process ends as that does.
 * @param {string} entry relative to the root
 * @param {string[]} args
 */
export async function runBundled(entry, args = []) {
  loadSettingsFile(projectRoot);
  const outfile = path.join(projectRoot, ".cache", "tools", `${path.basename(entry, ".ts")}.mjs`);
  await withFolderLock(projectRoot, async () => {
    await installPackages(projectRoot, { show: false });
    await bundleScript(projectRoot, { entry, outfile });
  });
  const child = spawn(process.execPath, [outfile, ...args], { cwd: projectRoot, stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}
