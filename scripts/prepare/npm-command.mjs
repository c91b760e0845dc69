import { existsSync } from "node:fs";
import path from "node:path";

/**
 * How to run npm without a shell: its own script under this Node where it can be found.
 * @param {Record<string, string | undefined>} env
 * @param {(file: string) => boolean} [exists]
 * @returns {{ file: string, args: string[] }} what to put before npm's own arguments
 */
export function npmCommand(env, exists = existsSync) {
  const folder = path.dirname(process.execPath);
  const candidates = [
    env.npm_execpath,
    path.join(folder, "../lib/node_modules/npm/bin/npm-cli.js"),
    path.join(folder, "node_modules/npm/bin/npm-cli.js"),
  ];
  const script = candidates.find((file) => file?.endsWith("npm-cli.js") && exists(file));
  return script ? { file: process.execPath, args: [script] } : { file: "npm", args: [] };
}
