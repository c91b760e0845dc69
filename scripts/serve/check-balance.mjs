import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { loadSettingsFile } from "./read-settings.mjs";

const bundle = path.join(projectRoot, ".cache", "check", "check-ledger.mjs");

/**
 * `npm run check:balance`: compares the stored ledger of every product with the journals, and its
 * sums with the ledger, and reports each cell that differs. Ends with 1 where one does. The embedded
 * database can be looked at by one process at a time: stop the product first.
 */
export async function checkBalance() {
  loadSettingsFile(projectRoot);
  await withFolderLock(projectRoot, async () => {
    await installPackages(projectRoot, { show: false });
    await bundleScript(projectRoot, { entry: "scripts/serve/check-ledger.ts", outfile: bundle });
  });
  const child = spawn(process.execPath, [bundle], { cwd: projectRoot, stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}
