/**
 * @typedef {object} TestCounts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * The part of vitest's JSON report that is read.
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one a file
 */

/**
 * The part of Playwright's JSON report that is read.
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors what went wrong outside any test
 */

/** @type {TestCounts} */
const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * A file that could not even be loaded has no tests: it counts as one failure.
 * @param {VitestReport} report
 * @returns {TestCounts}
 */
export function countVitest(report) {
  const unloadable = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * A test that passed only on a second try has failed once: it counts as failed.
 * @param {PlaywrightReport} report
 * @returns {TestCounts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * A runner that ended badly without naming a failed test (it crashed, or found no test at all, or
 * left no report) counts as one failure, never as none.
 * @param {number} exitCode
 * @param {TestCounts | null} counts null where there is no readable report
 * @returns {TestCounts}
 */
export function withCrash(exitCode, counts) {
  const counted = counts ?? nothing;
  const ran = counted.passed + counted.failed + counted.skipped > 0;
  const silent = counted.failed === 0 && (exitCode !== 0 || counts === null || !ran);
  return silent ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {readonly TestCounts[]} parts
 * @returns {TestCounts}
 */
export function sumCounts(parts) {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    nothing,
  );
}

/**
 * The last line of a run.
 * @param {TestCounts} counts
 */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
