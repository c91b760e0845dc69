import { expect, test } from "vitest";
import { createProductSchema, updateProductSchema } from "@/lib/contracts/products";

test.each([
  ["monday", "monday"],
  ["sunday", "sunday"],
  [1, "monday"],
  [6, "saturday"],
  [7, "sunday"],
  [0, "sunday"],
])("the first day of the week may be a name or a number: %j is %s", (given, expected) => {
  expect(createProductSchema.parse({ name: "P", weekStart: given }).weekStart).toBe(expected);
});

test.each(["Mars/Olympus", "+02:00", "", "Europe/Berlin; drop table"])(
  "a time zone nobody knows is refused: %j",
  (timeZone) => {
    expect(createProductSchema.safeParse({ name: "P", timeZone }).success).toBe(false);
  },
);

test("a number of periods that was emptied is asked for in words for people", () => {
  const given = updateProductSchema.safeParse({ outsidePeriods: "" });
  expect(given.error?.issues.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Give a whole number from 1 to \d+\.$/),
  ]);
});

test("a product without a time zone and a week keeps UTC and Monday", () => {
  expect(createProductSchema.parse({ name: " Shop " })).toEqual({
    name: "Shop",
    timeZone: "UTC",
    weekStart: "monday",
  });
});
