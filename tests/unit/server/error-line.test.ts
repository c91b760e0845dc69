import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { errorLine } from "@/app/_server/log-error";

test("what could not be read is told by its cause, in one line, without the statement's values", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED\n127.0.0.1:5432"), {
    code: "ECONNREFUSED",
  });
  const query = new DrizzleQueryError("select $1", ["a token of somebody"], refused);
  expect(errorLine(query)).toBe("connect ECONNREFUSED 127.0.0.1:5432");
  const withoutCause = new DrizzleQueryError("select $1", ["a token of somebody"]);
  expect(errorLine(withoutCause)).toBe("Failed query: select $1");
});

test("what has words of its own is told by these, and not by what caused it", () => {
  const cause = new Error("EEXIST: file already exists");
  expect(errorLine(new Error("Another process uses it.", { cause }))).toBe(
    "Another process uses it.",
  );
});

test("an error without words is told by its type, and one that is none as such", () => {
  expect(errorLine(new AggregateError([], ""))).toBe("AggregateError");
  expect(errorLine("postgres://me:secret@host")).toBe("not an error");
});

test("credentials in an address are not told", () => {
  expect(errorLine(new Error("no answer of postgres://me:secret@host/db"))).toBe(
    "no answer of postgres://[redacted]host/db",
  );
});
