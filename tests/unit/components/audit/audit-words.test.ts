import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { auditParameters, auditQueryOf } from "@/components/audit/audit-query";
import { auditSentence } from "@/components/audit/audit-words";

type Moves = Parameters<typeof auditSentence>[0]["moves"];

const moves: Moves = [
  { fromCategory: "maintenance", toCategory: "feature", changes: 9 },
  { fromCategory: null, toCategory: "feature", changes: 2 },
  { fromCategory: "feature", toCategory: "tech_debt", changes: 3 },
  { fromCategory: "rewrite", toCategory: "tech_debt", changes: 4 },
];
const recent = { period: "12w", query: { from: "2026-08-31" }, locale: "en-GB" } as const;

describe("the sentence of the audit", () => {
  it("gives the period, the items, and the changes towards and away from new features", () => {
    expect(auditSentence({ changedItems: 14, moves }, recent)).toBe(
      "In the last 12 weeks 14 items changed their category after they were closed: 11 changes towards new features, 3 changes away from them.",
    );
  });

  it("is plain where it went one way, neither way, or nothing happened", () => {
    const say = (part: Moves) => auditSentence({ changedItems: 1, moves: part }, recent);
    expect(say(moves.slice(0, 1))).toMatch(
      /1 item changed its category after it was closed: 9 changes towards new features, none away/,
    );
    expect(say(moves.slice(2, 3))).toContain("3 changes away from new features, none towards");
    expect(say(moves.slice(3))).toContain("none of it made or took new features");
    expect(auditSentence({ changedItems: 0, moves: [] }, recent)).toBe(
      "In the last 12 weeks no item changed its category after it was closed.",
    );
  });

  it("names chosen days, and asks for no day where none is chosen", () => {
    const said = auditSentence(
      { changedItems: 0, moves: [] },
      { period: "custom", query: { from: "2026-03-03" }, locale: "en-GB" },
    );
    expect(said).toMatch(/^Since 3 Mar 2026 no item/);
    const view = createLoader(auditParameters)("?period=all");
    expect(auditQueryOf(view, "2026-11-22", "monday")).toEqual({ to: "2026-11-22" });
  });
});
