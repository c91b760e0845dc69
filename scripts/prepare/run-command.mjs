import { spawn } from "node:child_process";

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 1 where a signal ended it or it could not be started
 * @property {string} output standard output and error together, in order; empty where inherited
 */

/**
 * Runs a program to its end without a shell and never rejects: a program that cannot be started
 * is a result with code 1. A signal sent to this process is passed on, so that nothing is orphaned.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` lets it write
 *   to this terminal instead of collecting the output
 * @returns {Promise<CommandResult>}
 */
export function runCommand(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    const stopPassing = passSignals(child);
    /** @param {number} code @param {string} [extra] */
    const finish = (code, extra = "") => {
      stopPassing();
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") + extra });
    };
    child.once("error", (error) => finish(1, `${error.message}\n`));
    child.once("close", (code) => finish(code ?? 1));
  });
}

/** Exit codes a shell reports for a program ended by these signals. */
const signalExitCodes = { SIGINT: 130, SIGTERM: 143 };

/**
 * Hands a signal to the child, waits for its end, then ends this process the way the signal would.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {() => void} takes the handlers away again
 */
function passSignals(child) {
  const onInterrupt = () => pass("SIGINT");
  const onTerminate = () => pass("SIGTERM");
  /** @param {"SIGINT" | "SIGTERM"} signal */
  const pass = (signal) => {
    child.once("close", () => process.exit(signalExitCodes[signal]));
    child.kill(signal);
  };
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onTerminate);
  return () => {
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onTerminate);
  };
}
