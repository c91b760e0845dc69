import { expect, test } from "vitest";
import { forecastParameters } from "@/components/forecast/forecast-parameters";
import type { Agreement, AgreementStep } from "@/lib/contracts/agreements";
import type { AgreedShares } from "@/lib/domain/agreement";
import { scenariosOf } from "@/lib/forecast/scenarios";

const stage = { id: "stage" };
const at = "2026-03-01T00:00:00.000Z";
const two = (feature: number): AgreedShares => ({ feature, upkeep: 100 - feature });

function step(
  side: "pm" | "engineering",
  act: AgreementStep["act"],
  feature: number,
): AgreementStep {
  return {
    ...{ number: 1, act, side, speaker: "ada", local: true, version: 1, tolerance: 5 },
    ...{ shares: two(feature), reason: null, at },
  };
}

function agreement(change: Partial<Agreement>): Agreement {
  return {
    ...{ id: "a", stageId: "stage", stage: "Expand", team: null, exception: null },
    ...{
      measure: "done",
      unit: "items",
      reviewOn: null,
      state: "proposed",
      version: 1,
      side: "pm",
    },
    ...{ shares: two(70), tolerance: 5, waitsFor: null, days: null, inForceAt: null },
    ...{ supersededAt: null, createdAt: at, steps: [] },
    ...change,
  };
}

test("side by side are the actual, what is in force, each side's last word and one's own", () => {
  const agreements = [
    agreement({ steps: [step("pm", "propose", 70), step("engineering", "counter", 55)] }),
    agreement({ state: "in_force", shares: two(65) }),
    agreement({ state: "declined", shares: two(10) }),
    agreement({ state: "in_force", stageId: "another", shares: two(20) }),
    agreement({ state: "in_force", team: { id: "t", name: "Shop" }, shares: two(30) }),
  ];
  const keysAndShares = (own: AgreedShares | null) =>
    scenariosOf(agreements, stage, own).map(({ key, shares }) => [key, shares?.feature ?? null]);
  const both = [
    ["actual", null],
    ["agreed", 65],
    ["pm", 70],
    ["engineering", 55],
  ];
  expect(keysAndShares(two(60))).toEqual([...both, ["own", 60]]);
  expect(keysAndShares(two(55))).toEqual(both);
  expect(keysAndShares(null)).toEqual(both);
  expect(scenariosOf([], undefined, null).map(({ key }) => key)).toEqual(["actual"]);
});

test("an address holds shares that add up, and ignores others", () => {
  const { shares } = forecastParameters;
  const four = { feature: 60, maintenance: 20, rewrite: 10, tech_debt: 10 };
  for (const one of [two(60), { feature: 60.5, upkeep: 39.5 }, four]) {
    expect(shares.parse(shares.serialize(one))).toEqual(one);
  }
  for (const text of [
    ...[
      "",
      "feature:60",
      "feature:60,upkeep:41",
      "feature:60,upkeep:40,rewrite:0",
      "x:60,upkeep:40",
    ],
    ...["feature:60,maintenance:20,rewrite:10,tech_debt:11", "feature:-1,upkeep:101", "60,40"],
  ]) {
    expect(shares.parse(text), text).toBeNull();
  }
});
