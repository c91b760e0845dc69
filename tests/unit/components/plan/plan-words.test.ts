import { expect, it } from "vitest";
import { againstWords } from "@/components/plan/plan-words";

const days = { from: "2026-01-05", to: "2026-03-29" };
const shares = { feature: 0.25, maintenance: 0.75, rewrite: 0, tech_debt: 0 };
const none = { feature: null, maintenance: null, rewrite: null, tech_debt: null };
const free = { target: null, targetMissing: null };

it("says what has been done, and that nothing is agreed", () => {
  expect(againstWords({ ...free, actual: { ...days, shares } }, "en-GB")).toBe(
    "Nothing is agreed that a plan could be held against. Done 5 Jan – 29 Mar 2026: 25% new features.",
  );
});

it("says in words where nothing that was done has a category", () => {
  expect(againstWords({ ...free, actual: { ...days, shares: none } }, "en-GB")).toBe(
    "Nothing is agreed that a plan could be held against. Nothing that has a category was done 5 Jan – 29 Mar 2026.",
  );
});
