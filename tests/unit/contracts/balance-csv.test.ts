import { expect, test } from "vitest";
import type { BalanceBucket } from "@/lib/contracts/balance";
import { balanceCsv } from "@/lib/contracts/balance-csv";
import { readCsv } from "@/tests/unit/classify/read-csv";
import { balanceOf, bucketOf } from "@/tests/unit/components/balance/sample-balance";

const target = {
  agreementId: "00000000-0000-4000-8000-000000000001",
  stageId: "00000000-0000-4000-8000-000000000002",
  stage: "Growth",
  exception: false,
  from: "2026-09-10",
  to: "2026-12-31",
  shares: { feature: 0.65, maintenance: null, rewrite: null, tech_debt: null },
  tolerance: 0.05,
};

const balance = balanceOf({
  targets: [target],
  buckets: [
    bucketOf("2026-08-31", "2026-09-06", { feature: 1, tech_debt: 3 }, { excluded: 2 }),
    {
      ...bucketOf("2026-09-07", "2026-09-13", { unclassified: 1 }, { complete: false }),
      name: "=Sprint, 1",
    },
  ],
});

function rowsOf(text: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

test("a balance is a line for each bucket, with its counts, its shares and what was agreed", () => {
  const [first, second] = rowsOf(balanceCsv(balance));
  expect(first).toEqual({
    ...{ start: "2026-08-31", end: "2026-09-06", complete: "true", measure: "done", unit: "items" },
    ...{ feature: "1", maintenance: "0", rewrite: "0", tech_debt: "3", unclassified: "0" },
    ...{ excluded: "2", unestimated: "0", contested: "0" },
    ...{ featureShare: "0.25", maintenanceShare: "0", rewriteShare: "0", techDebtShare: "0.75" },
    ...{ coverage: "1", agreedFeatureShare: "", tolerance: "", name: "" },
  });
  // No data is an empty cell, a measured nought is 0; its last day is the agreement's.
  expect(second).toMatchObject({
    ...{ complete: "false", feature: "0", featureShare: "", coverage: "0" },
    ...{ agreedFeatureShare: "0.65", tolerance: "0.05", name: "'=Sprint, 1" },
  });
});

test("each kind that occurs in a category has a column, where kinds were asked for", () => {
  const [first, second] = balance.buckets;
  if (!first || !second) throw new Error("There are two buckets.");
  const none = { feature: {}, maintenance: {}, rewrite: {}, tech_debt: {} };
  const buckets: BalanceBucket[] = [
    { ...first, kindsOf: { ...none, rewrite: { bug: 2, refactor: 3 } } },
    { ...second, kindsOf: { ...none, maintenance: { bug: 1 } } },
  ];
  const text = balanceCsv({ ...balance, buckets });
  expect(text.split("\r\n")[0]).toMatch(/,name,maintenance:bug,rewrite:bug,rewrite:refactor$/);
  expect(rowsOf(text)).toMatchObject([
    { "maintenance:bug": "0", "rewrite:bug": "2", "rewrite:refactor": "3" },
    { "maintenance:bug": "1", "rewrite:bug": "0", "rewrite:refactor": "0" },
  ]);
});
