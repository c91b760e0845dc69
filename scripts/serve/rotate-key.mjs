import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { loadSettingsFile } from "./read-settings.mjs";

const bundle = path.join(projectRoot, ".cache", "rotate", "rotate-keys.mjs");

/**
 * `npm run rotate-key`: seals every stored token and address with a new key, also while the product
 * is running. May be stopped anywhere and run again. Ends with 1 where it could not.
 */
export async function rotateKey() {
  if (process.argv.length > 2) throw new ExpectedFailure("Use it alone: npm run rotate-key");
  loadSettingsFile(projectRoot);
  await withFolderLock(projectRoot, async () => {
    await installPackages(projectRoot, { show: false });
    await bundleScript(projectRoot, { entry: "scripts/serve/rotate-keys.ts", outfile: bundle });
  });
  const child = spawn(process.execPath, [bundle], { cwd: projectRoot, stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}
