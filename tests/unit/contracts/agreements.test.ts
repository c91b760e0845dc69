import { describe, expect, it } from "vitest";
import { answerAgreementSchema, proposeAgreementSchema } from "@/lib/contracts/agreements";
import { createStageSchema } from "@/lib/contracts/stages";

const proposal = {
  stageId: "00000000-0000-4000-8000-000000000000",
  side: "pm",
  shares: { feature: 65, upkeep: 35 },
  tolerance: 5,
  reason: "Users wait.",
};

/** The fields at fault with what is said of each. */
function faultsOf(
  schema: typeof proposeAgreementSchema | typeof answerAgreementSchema,
  input: object,
) {
  const parsed = schema.safeParse(input);
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`);
}

const proposed = (change: object) => faultsOf(proposeAgreementSchema, { ...proposal, ...change });
const answered = (answer: object) =>
  faultsOf(answerAgreementSchema, { side: "engineering", ...answer });

describe("a proposal", () => {
  it("has shares of two or four that add up to 100", () => {
    expect(proposed({})).toEqual([]);
    expect(proposed({ shares: { feature: 33.3, upkeep: 66.7 } })).toEqual([]);
    const four = { feature: 60, maintenance: 20, rewrite: 5, tech_debt: 15 };
    expect(proposed({ shares: four })).toEqual([]);
    const wrong = ["shares: The shares have to add up to 100."];
    expect(proposed({ shares: { feature: 65, upkeep: 36 } })).toEqual(wrong);
    expect(proposed({ shares: { ...four, rewrite: 6 } })).toEqual(wrong);
    for (const shares of [
      { feature: 65 },
      { ...four, upkeep: 0 },
      { feature: 150, upkeep: -50 },
      { feature: 65.55, upkeep: 34.45 },
      { feature: "65", upkeep: 35 },
      null,
    ]) {
      const said = proposed({ shares });
      expect(said.length, JSON.stringify(shares)).toBeGreaterThan(0);
      expect(said.filter((fault) => !fault.startsWith("shares: "))).toEqual([]);
    }
  });

  it("has a tolerance of at most 100 points, and a reason", () => {
    expect(proposed({ tolerance: 100 })).toEqual([]);
    expect(proposed({ tolerance: 101 })).toEqual([
      "tolerance: The tolerance is at most 100 points.",
    ]);
    expect(proposed({ tolerance: -1 })).toHaveLength(1);
    expect(proposed({ tolerance: Number.NaN })).toHaveLength(1);
    expect(proposed({ reason: "  " })).toEqual(["reason: Say why."]);
    expect(proposed({ reason: "a\u0000b" })).toHaveLength(1);
    expect(proposed({ side: "sales" })).toHaveLength(1);
  });
});

describe("an answer", () => {
  it("has shares where it counters, and only there", () => {
    expect(answered({ decision: "accept" })).toEqual([]);
    const { shares } = proposal;
    expect(answered({ decision: "counter", shares, reason: "Debt." })).toEqual([]);
    expect(answered({ decision: "counter", reason: "Debt." })).toEqual([
      expect.stringMatching(/^shares: /),
    ]);
    expect(answered({ decision: "accept", shares })).toEqual([expect.stringMatching(/^shares: /)]);
    expect(answered({ decision: "accept", tolerance: 5 })).toHaveLength(1);
  });

  it("says why where it is no", () => {
    expect(answered({ decision: "decline" })).toEqual(["reason: Say why."]);
    expect(answered({ decision: "decline", reason: "Debt." })).toEqual([]);
    expect(answered({ decision: "withdraw" })).toEqual([]);
  });
});

it("a stage has a name, days that exist, and no end where none is known", () => {
  const parse = (stage: object) => createStageSchema.safeParse(stage);
  expect(parse({ name: " Expand ", startsOn: "2026-03-01" }).data).toEqual({
    ...{ name: "Expand", startsOn: "2026-03-01", endsOn: null, goals: "", suggestion: null },
  });
  expect(parse({ name: " ", startsOn: "2026-03-01" }).success).toBe(false);
  expect(parse({ name: "Expand", startsOn: "2026-02-30" }).success).toBe(false);
  expect(parse({ name: "Expand", startsOn: "2026-03-01", suggestion: "party" }).success).toBe(
    false,
  );
});
