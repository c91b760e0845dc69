import { ExpectedFailure } from "../prepare/expected-failure.mjs";

/** The parts of a run, in the order they are run. */
export const testParts = /** @type {const} */ (["unit", "db", "e2e"]);

/** @typedef {(typeof testParts)[number]} TestPart */

/**
 * `npm test -- [unit|db|e2e] [filter …]`. Without a part, all of them.
 * @param {readonly string[]} args
 * @returns {{ parts: readonly TestPart[], filters: readonly string[] }}
 * @throws {ExpectedFailure} where a filter is given without a part: it would empty the others
 */
export function parseTestArguments(args) {
  const [first, ...filters] = args;
  if (first === undefined) return { parts: testParts, filters: [] };
  const part = testParts.find((known) => known === first);
  if (part) return { parts: [part], filters };
  throw new ExpectedFailure(
    `There is no part "${first}". Use: npm test -- ${testParts.join("|")} [filter]`,
  );
}
