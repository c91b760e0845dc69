import { ExpectedFailure } from "./expected-failure.mjs";

/**
 * Tells in one line what is being done and how long it took. A failing step shows its output.
 * @param {string} title what is done, in the reader's words
 * @param {() => Promise<import("./run-command.mjs").CommandResult>} step
 * @param {string} failure the line shown after the output where the step fails
 * @throws {ExpectedFailure} where the step's exit code is not 0
 */
export async function announceStep(title, step, failure) {
  process.stdout.write(`${title} … `);
  const startedAt = performance.now();
  const result = await step();
  const took = formatSeconds(performance.now() - startedAt);
  process.stdout.write(result.code === 0 ? `done in ${took}\n` : `failed after ${took}\n`);
  if (result.code === 0) return;
  process.stderr.write(result.output);
  throw new ExpectedFailure(failure);
}

/**
 * @param {number} milliseconds
 * @returns {string} such as `0.4 s` or `41 s`
 */
export function formatSeconds(milliseconds) {
  const seconds = milliseconds / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}
