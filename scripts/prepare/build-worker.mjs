import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleScript } from "./bundle-script.mjs";
import { contentHash } from "./content-hash.mjs";

/** What the worker is made of. */
const sources = ["app/_server", "db", "lib", "package-lock.json", "tsconfig.json"];

/**
 * Makes the worker's one file of JavaScript from the application's own modules. Does nothing where
 * the sources have not changed.
 * @param {string} root
 * @returns {Promise<string>} the file, beside whose folder `node_modules` is found
 */
export async function buildWorker(root) {
  const folder = path.join(root, ".cache", "worker");
  const file = path.join(folder, "worker.mjs");
  const stampFile = path.join(folder, "sources");
  const wanted = contentHash(root, sources);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return file;
  await bundleScript(root, { entry: "app/_server/worker.ts", outfile: file });
  writeFileSync(stampFile, wanted);
  return file;
}
