import { expect, it } from "vitest";
import {
  basisWords,
  gapWords,
  shortTerms,
  speakerWords,
  stageDays,
  termsWords,
} from "@/components/agreements/agreement-words";
import { lastOf } from "@/lib/agreements/last-of";
import { presentStage } from "@/lib/agreements/present-stage";
import type { AgreementStep } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";

const two = { shares: { feature: 65, upkeep: 35 }, tolerance: 5 };
const four = { feature: 60, maintenance: 20, rewrite: 5, tech_debt: 15 };

it("says terms in words, divided where they are", () => {
  expect(termsWords(two, "en")).toBe("65% new features and 35% upkeep, give or take 5 points");
  expect(termsWords({ shares: four, tolerance: 1 }, "en")).toBe(
    "60% new features, 20% maintenance, 5% rewrite and 15% tech debt, give or take 1 point",
  );
  expect([shortTerms(two, "en"), shortTerms({ ...two, tolerance: 0 }, "en")]).toEqual([
    "65 ± 5",
    "65",
  ]);
});

it("writes numbers as the reader does", () => {
  const third = { shares: { feature: 33.3, upkeep: 66.7 }, tolerance: 7.5 };
  expect(shortTerms(third, "de")).toBe("33,3 ± 7,5");
  expect(termsWords(third, "de")).toMatch(
    /^33,3\s% new features and 66,7\s% upkeep, .* 7,5 points$/,
  );
  expect(gapWords(65, 62.5, "de")).toBe("The two sides are 2,5 points apart.");
});

it("says of what the shares are parts", () => {
  const done = { measure: "done", unit: "items", team: null } as const;
  expect(basisWords(done)).toBe("of what is done, counted in items");
  expect(basisWords({ ...done, unit: "points", team: { id: "t", name: "Shop" } })).toBe(
    "of what is done by the team Shop, counted in points",
  );
});

it("says how far both sides are apart", () => {
  expect(gapWords(65, 55, "en")).toBe("The two sides are 10 points apart.");
  expect(gapWords(65, 66, "en")).toBe("The two sides are 1 point apart.");
  expect(gapWords(65, 65, "en")).toBe("Both sides want the same feature share.");
});

it("says who spoke, and where one person may speak for both", () => {
  const said = { side: "pm", speaker: "ada", local: true } as const;
  expect(speakerWords(said)).toBe("Product manager (ada, who may speak for both sides)");
  expect(speakerWords({ ...said, local: false })).toBe("Product manager (ada)");
});

it("finds what a side last put on the table, past its answers", () => {
  const step = (number: number, act: AgreementStep["act"], side: AgreementStep["side"]) => ({
    ...{ number, act, side, speaker: "ada", local: true, version: number, ...two },
    ...{ reason: null, at: "2026-03-01T00:00:00Z" },
  });
  const steps = [
    step(1, "propose", "pm"),
    step(2, "counter", "engineering"),
    step(3, "accept", "pm"),
  ];
  expect(lastOf({ steps }, "pm")?.number).toBe(1);
  expect(lastOf({ steps }, "engineering")?.number).toBe(2);
});

it("talks about the present stage, else the next, else the last", () => {
  const stage = (id: string, startsOn: string, endsOn: string | null): Stage => ({
    ...{ id, name: id, startsOn, endsOn, goals: "", suggestion: null, bound: false },
    createdAt: "2026-01-01T00:00:00Z",
  });
  const all = [stage("a", "2026-01-01", "2026-01-31"), stage("b", "2026-03-01", null)];
  const at = (today: string) => presentStage(all, today)?.id;
  expect([at("2026-01-31"), at("2026-02-01"), at("2026-04-01")]).toEqual(["a", "b", "b"]);
  expect(presentStage(all.slice(0, 1), "2026-04-01")?.id).toBe("a");
  expect(presentStage([], "2026-04-01")).toBeUndefined();
  const days = all.map((one) => stageDays(one, "2026-02-01", "en-GB"));
  expect(days).toEqual(["1 Jan 2026 – 31 Jan 2026", "from 1 Mar 2026 on"]);
});
