import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";

/**
 * Loads a script written in TypeScript beside this file, which Node 20 cannot run: bundled into
 * `.cache`, in a tenth of a second.
 * @param {string} name without its ending
 * @returns {Promise<any>} the script's module
 */
export async function loadScript(name) {
  const outfile = path.join(projectRoot, ".cache", "classifier", `${name}.mjs`);
  await withFolderLock(projectRoot, async () => {
    await withoutOutput(() => installPackages(projectRoot));
    const { build } = await import("esbuild");
    await build({
      absWorkingDir: projectRoot,
      entryPoints: [`scripts/classifier/${name}.ts`],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      target: "node20",
      format: "esm",
      sourcemap: true,
      logLevel: "error",
    });
  });
  return await import(pathToFileURL(outfile).href);
}

/**
 * What is said meanwhile goes to the terminal by way of stderr: a script's output is its own.
 * @param {() => Promise<void>} step
 */
async function withoutOutput(step) {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    await step();
  } finally {
    process.stdout.write = write;
  }
}
