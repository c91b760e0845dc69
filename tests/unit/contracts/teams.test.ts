import { expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { createTeamSchema, updateTeamSchema } from "@/lib/contracts/teams";

const filter = { label: ["shop"] };

test.each(["", "   ", "x".repeat(81), "two\nlines", "a\u0000b", "half \ud800"])(
  "a team is not called %j",
  (name) => {
    expect(createTeamSchema.safeParse({ name, filter }).success).toBe(false);
    expect(updateTeamSchema.safeParse({ name }).success).toBe(false);
  },
);

test.each([
  {},
  { q: "  " },
  { label: [] },
  { label: ["a\u0000b"] },
  { label: ["half \ud800"] },
  { q: "half \ud800" },
  { team: ["00000000-0000-4000-8000-000000000001"] },
  { source: ["no id"] },
  { contested: "perhaps" },
  { unknown: ["x"] },
])("nothing, nonsense or another team is no team's filter: %j", (nonsense) => {
  expect(createTeamSchema.safeParse({ name: "Shop", filter: nonsense }).success).toBe(false);
});

test("a change of nothing is none", () => {
  expect(updateTeamSchema.safeParse({}).success).toBe(false);
});

test("each filter may be given once or several times, and commas stay in values", () => {
  const asked = { component: "a,b", milestone: ["1.0", "2.0"], sprint: "S 1", epic: ["PAY-1"] };
  const parsed = { ...asked, component: ["a,b"], sprint: ["S 1"] };
  expect(listItemsSchema.parse(asked)).toMatchObject(parsed);
  expect(getBalanceSchema.parse(asked)).toMatchObject(parsed);
  expect(listItemsSchema.parse({ contested: "false" }).contested).toBe(false);
});
