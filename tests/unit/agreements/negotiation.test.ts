import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, answerTalk, type Talk } from "@/lib/agreements/negotiation";
import { agreementStates, decisions, sides } from "@/lib/domain/agreement";
import { AppError } from "@/lib/errors";

const talk: Talk = {
  state: "proposed",
  version: 2,
  side: "pm",
  shares: { feature: 65, upkeep: 35 },
  tolerance: 5,
};

const other = { feature: 60, upkeep: 40 };

describe("an answer to a proposal", () => {
  it("puts it in force, ends it or takes its place with a version of the other side", () => {
    const by = (answer: Omit<Answer, "side">) =>
      answerTalk(talk, { side: "engineering", ...answer });
    expect(by({ decision: "accept" })).toEqual({ ...talk, state: "in_force" });
    expect(by({ decision: "decline" })).toEqual({ ...talk, state: "declined" });
    expect(by({ decision: "counter", shares: other })).toEqual({
      ...{ state: "proposed", version: 3, side: "engineering", shares: other, tolerance: 5 },
    });
    expect(by({ decision: "counter", shares: talk.shares, tolerance: 0 }).tolerance).toBe(0);
  });

  it("is refused from the side whose proposal it is, which alone can withdraw", () => {
    for (const decision of ["accept", "decline", "counter"] as const) {
      expect(() => answerTalk(talk, { side: "pm", decision, shares: other })).toThrow(
        expect.objectContaining({ code: "forbidden", fields: { side: expect.any(String) } }),
      );
    }
    expect(answerTalk(talk, { side: "pm", decision: "withdraw" }).state).toBe("withdrawn");
    expect(() => answerTalk(talk, { side: "engineering", decision: "withdraw" })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });

  it("is refused where it is about another version than lies on the table", () => {
    expect(() => answerTalk(talk, { side: "engineering", decision: "accept", version: 1 })).toThrow(
      expect.objectContaining({ code: "conflict", fields: { version: expect.any(String) } }),
    );
  });

  it("is no counter-proposal where it changes nothing", () => {
    const same = { feature: 65, upkeep: 35 };
    expect(() =>
      answerTalk(talk, { side: "engineering", decision: "counter", shares: same }),
    ).toThrow(expect.objectContaining({ code: "unprocessable" }));
    const finer = { feature: 65, maintenance: 20, rewrite: 5, tech_debt: 10 };
    expect(
      answerTalk(talk, { side: "engineering", decision: "counter", shares: finer }).version,
    ).toBe(3);
  });

  it("never moves what waits for none, and only the other side ever puts one in force", () => {
    const answers = fc.record({
      side: fc.constantFrom(...sides),
      decision: fc.constantFrom(...decisions),
      shares: fc.constant(other),
    });
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom(...agreementStates),
        fc.constantFrom(...sides),
        (answer, state, side) => {
          const before = { ...talk, state, side };
          let after: Talk | null = null;
          try {
            after = answerTalk(before, answer);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          if (state !== "proposed") expect(after).toBeNull();
          if (after?.state === "in_force") expect(answer.side).not.toBe(side);
        },
      ),
    );
  });
});
