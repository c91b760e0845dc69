import { expect, test } from "vitest";
import type { Movers } from "@/lib/contracts/movers";
import { moversCsv } from "@/lib/contracts/movers-csv";

const nothing = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
const period = (from: string, to: string, counts: typeof nothing) => ({
  from,
  to,
  counts,
  unestimated: 0,
  shares: { feature: 0.5, maintenance: 0.5, rewrite: 0, tech_debt: 0 },
  coverage: 1,
});

const answer: Movers = {
  timeZone: "UTC",
  measure: "done",
  unit: "items",
  by: "label",
  apportioned: true,
  before: period("2026-01-01", "2026-01-31", { ...nothing, feature: 2, maintenance: 2 }),
  after: period("2026-02-01", "2026-02-28", { ...nothing, feature: 3, maintenance: 1 }),
  change: 0.25,
  movers: [
    {
      value: "=cmd()",
      name: null,
      before: nothing,
      after: { ...nothing, feature: 1 },
      contribution: 0.2,
    },
    { value: null, name: null, before: nothing, after: nothing, contribution: 0 },
  ],
  rest: { groups: 3, before: { ...nothing, tech_debt: 1.5 }, after: nothing, contribution: 0.05 },
};

test("what moved the share is a line for each group, for the rest and for all, whose change they add up to", () => {
  const [header, ...lines] = moversCsv(answer).trimEnd().split("\r\n");
  expect(header?.split(",").slice(0, 6)).toEqual([
    ...["by", "group", "value", "name", "contribution", "beforeFeature"],
  ]);
  const days = "done,items,2026-01-01,2026-01-31,2026-02-01,2026-02-28";
  expect(lines).toEqual([
    `label,named,'=cmd(),,0.2,0,0,0,0,0,1,0,0,0,0,${days}`,
    `label,none,,,0,0,0,0,0,0,0,0,0,0,0,${days}`,
    `label,other,,3 groups,0.05,0,0,0,1.5,0,0,0,0,0,0,${days}`,
    `label,all,,,0.25,2,2,0,0,0,3,1,0,0,0,${days}`,
  ]);
});

test("where there is no change to tell, its cell is empty and not a nought", () => {
  const [, line] = moversCsv({ ...answer, change: null, movers: [], rest: null }).split("\r\n");
  expect(line).toMatch(/^label,all,,,,2,2,/);
});
