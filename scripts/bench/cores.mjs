import { spawnSync } from "node:child_process";
import os from "node:os";

/** With `taskset` (Linux) and a second core, what is measured has the first one and the tracker another. */
export const hasCores =
  os.availableParallelism() > 1 && spawnSync("taskset", ["-p", String(process.pid)]).status === 0;

/** Keeps this process and all that it starts later to the first core. */
export function keepToFirstCore() {
  if (hasCores) spawnSync("taskset", ["-acp", "0", String(process.pid)]);
}

/**
 * What starts a program on the second core.
 * @param {string} file
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function onSecondCore(file, args) {
  return hasCores ? ["taskset", ["-c", "1", file, ...args]] : [file, args];
}
