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

const bundle = path.join(projectRoot, ".cache", "password", "reset-password.mjs");

/**
 * `npm run new-password -- ada@example.com`: prints a new password for a person, whose old one and
 * sessions end. The embedded database is one process's at a time: stop the product first.
 */
export async function newPassword() {
  const [email, more] = process.argv.slice(2);
  if (!email || email.startsWith("-") || more !== undefined)
    throw new ExpectedFailure("Name the person: npm run new-password -- ada@example.com");
  loadSettingsFile(projectRoot);
  await withFolderLock(projectRoot, async () => {
    await installPackages(projectRoot, { show: false });
    await bundleScript(projectRoot, { entry: "scripts/serve/reset-password.ts", outfile: bundle });
  });
  const child = spawn(process.execPath, [bundle, email], { cwd: projectRoot, stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}
