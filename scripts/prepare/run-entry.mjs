import { tooOldMessage } from "./node-version.mjs";

/**
 * Runs a script's real main where Node is new enough; says so in one line and exits 1 where not.
 * An expected failure prints its message alone, anything else its stack.
 * @param {() => Promise<unknown>} main loads and runs the rest, which may use newer syntax
 */
export function runEntry(main) {
  const message = tooOldMessage(process.versions.node);
  if (message) {
    console.error(message);
    process.exitCode = 1;
    return;
  }
  main().catch((error) => {
    const expected = error && error.name === "ExpectedFailure";
    console.error(expected ? error.message : error);
    process.exit(1);
  });
}
