import { expect, test } from "vitest";
import {
  countPlaywright,
  countsLine,
  countVitest,
  sumCounts,
  withCrash,
} from "@/scripts/testing/count-tests.mjs";

const vitest = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};

test("vitest's report gives its passed, failed and skipped tests", () => {
  expect(countVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a test file that could not be loaded counts as a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countVitest({ ...vitest, testResults }).failed).toBe(2);
});

test("Playwright's flaky tests and errors outside tests count as failures", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 3 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 4, skipped: 3 });
});

test("a runner that crashes is never 0 failed", () => {
  const green = { passed: 3, failed: 0, skipped: 0 };
  expect(withCrash(1, green).failed).toBe(1);
  expect(withCrash(0, null).failed).toBe(1);
  expect(withCrash(0, { passed: 0, failed: 0, skipped: 0 }).failed).toBe(1);
});

test("a runner's own count stands where it explains the exit code", () => {
  expect(withCrash(0, { passed: 3, failed: 0, skipped: 0 }).failed).toBe(0);
  expect(withCrash(1, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
});

test("the last line sums the runners and names skipped tests only where there were some", () => {
  const sum = sumCounts([
    { passed: 3, failed: 1, skipped: 0 },
    { passed: 4, failed: 0, skipped: 0 },
  ]);
  expect(countsLine(sum)).toBe("7 passed, 1 failed");
  expect(countsLine({ ...sum, skipped: 2 })).toBe("7 passed, 1 failed, 2 skipped");
});
