import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {object} FailedTest
 * @property {string} name its file and title
 * @property {string} message the first lines of what went wrong
 */

/**
 * The part of vitest's JSON report that names what failed.
 * @typedef {object} VitestFailures
 * @property {{
 *   name: string,
 *   status: string,
 *   message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] | null }[],
 * }[]} testResults one a file
 */

/**
 * The part of Playwright's JSON report that names what failed.
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {object} PlaywrightSpec
 * @property {string} title
 * @property {boolean} ok
 * @property {string} file
 * @property {{ status: string, results: { errors?: PlaywrightError[] }[] }[]} tests
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[], errors: PlaywrightError[] }} PlaywrightFailures
 */

/** Lines of a failure that are repeated; the whole stands where the test ran. */
const shownLines = 12;

/**
 * @param {VitestFailures} report
 * @param {string} root
 * @returns {FailedTest[]}
 */
export function failedInVitest({ testResults }, root) {
  return testResults.flatMap(({ name, status, message = "", assertionResults }) => {
    const file = path.relative(root, name);
    const isUnloadable = status === "failed" && assertionResults.length === 0;
    if (isUnloadable) return [failedTest(file, message)];
    return assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => failedTest(`${file} > ${test.fullName}`, test.failureMessages?.join("\n")));
  });
}

/**
 * @param {PlaywrightFailures} report
 * @returns {FailedTest[]}
 */
export function failedInPlaywright({ suites, errors }) {
  const failed = specsOf(suites).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => failedTest(`${file} > ${title}`, firstError(results))),
  );
  return [...failed, ...errors.map(({ message }) => failedTest("outside any test", message))];
}

/**
 * What stands before the last line of a run, so that the end of a long log names what failed.
 * @param {readonly FailedTest[]} failed
 */
export function failedLines(failed) {
  return failed.map(({ name, message }) => `FAILED ${name}\n${message.replace(/^/gm, "  ")}`);
}

/** @param {readonly PlaywrightSuite[]} suites @returns {PlaywrightSpec[]} */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}

/** @param {{ errors?: PlaywrightError[] }[]} results */
function firstError(results) {
  return results.flatMap(({ errors = [] }) => errors).at(0)?.message;
}

/** @param {string} name @param {string} [message] @returns {FailedTest} */
function failedTest(name, message = "") {
  const lines = stripVTControlCharacters(message).trim().split("\n");
  return { name, message: lines.slice(0, shownLines).join("\n") };
}
