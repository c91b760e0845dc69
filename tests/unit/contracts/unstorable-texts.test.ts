import { expect, it } from "vitest";
import { listItemValuesSchema } from "@/lib/contracts/item-values";
import { listItemsSchema } from "@/lib/contracts/items";

it.each(["q", "label", "assignee", "component", "milestone", "sprint", "epic"])(
  "a NUL in `%s`, which no database compares, is a bad request",
  (name) => {
    expect(listItemsSchema.safeParse({ [name]: "a b" }).success).toBe(true);
    expect(listItemsSchema.safeParse({ [name]: "a\u0000b" }).success).toBe(false);
  },
);

it("nor does a search for values take one", () => {
  expect(listItemValuesSchema.safeParse({ field: "label", q: "a" }).success).toBe(true);
  expect(listItemValuesSchema.safeParse({ field: "label", q: "\u0000" }).success).toBe(false);
});
