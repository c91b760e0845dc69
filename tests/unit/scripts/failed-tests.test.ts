import { expect, test } from "vitest";
import {
  failedInPlaywright,
  failedInVitest,
  failedLines,
} from "@/scripts/testing/failed-tests.mjs";

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;

test("vitest's failed tests and files that could not be loaded are named, and no others", () => {
  const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const assertionResults = [
    { status: "passed", fullName: "adds" },
    { status: "failed", fullName: "takes away", failureMessages: [bold("expected 1"), long] },
    { status: "skipped", fullName: "waits", failureMessages: null },
  ];
  const failed = failedInVitest(
    {
      testResults: [
        { name: "/project/a.test.ts", status: "failed", assertionResults },
        {
          name: "/project/b.test.ts",
          status: "failed",
          message: "no such module",
          assertionResults: [],
        },
        { name: "/project/c.test.ts", status: "passed", assertionResults: [] },
      ],
    },
    "/project",
  );
  expect(failed.map(({ name }) => name)).toEqual(["a.test.ts > takes away", "b.test.ts"]);
  expect(failed[0]?.message.split("\n")).toHaveLength(12);
  expect(failed[0]?.message).toMatch(/^expected 1\nline 0\n/);
  expect(failed[1]?.message).toBe("no such module");
});

test("Playwright's failed and flaky tests are named at any depth, and errors outside them", () => {
  const spec = (title: string, status: string) => ({
    ...{ title, file: "a.spec.ts", ok: status === "expected" },
    tests: [{ status, results: [{ errors: [] }, { errors: [{ message: `${title} broke` }] }] }],
  });
  const failed = failedInPlaywright({
    suites: [
      {
        specs: [spec("one", "expected"), spec("two", "unexpected")],
        suites: [{ suites: [{ specs: [spec("three", "flaky"), spec("four", "skipped")] }] }],
      },
    ],
    errors: [{ message: "the server went away" }],
  });
  expect(failed).toEqual([
    { name: "a.spec.ts > two", message: "two broke" },
    { name: "a.spec.ts > three", message: "three broke" },
    { name: "outside any test", message: "the server went away" },
  ]);
});

test("what failed is told with its words indented", () => {
  expect(failedLines([{ name: "a > b", message: "one\ntwo" }])).toEqual([
    "FAILED a > b\n  one\n  two",
  ]);
});
