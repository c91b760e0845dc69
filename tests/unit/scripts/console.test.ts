import { expect, test } from "vitest";
import { takeConsoleErrors } from "@/tests/setup/console";

test("a console.error a test expects is taken, and then does not fail it", () => {
  console.error("expected", 1);
  expect(takeConsoleErrors()).toEqual(["expected 1"]);
});

test.fails("a console.error nobody expected fails the test", () => {
  console.error("unexpected");
});
