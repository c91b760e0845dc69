import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { databaseFaultOf } from "@/app/_server/database-faults";

const withCode = (code: string) => Object.assign(new Error("no words"), { code });
const ofStatement = (code: string) => new DrizzleQueryError("select 1", [], withCode(code));

test.each([
  ["57014", "cancelled"],
  ["57P01", "gone"],
  ["CONNECTION_CLOSED", "gone"],
  ["ECONNREFUSED", "gone"],
  ["23505", null],
])("a statement that met with %s: %s", (code, fault) => {
  expect(databaseFaultOf(ofStatement(code))).toBe(fault);
  expect(databaseFaultOf(new Error("wrapped", { cause: ofStatement(code) }))).toBe(fault);
});

test("a connection that is lost outside of a statement is the database's, a network's fault is not", () => {
  expect(databaseFaultOf(withCode("CONNECTION_ENDED"))).toBe("gone");
  expect(databaseFaultOf(withCode("ECONNREFUSED"))).toBeNull();
  expect(databaseFaultOf("57P01")).toBeNull();
});
