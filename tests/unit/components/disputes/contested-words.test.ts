import { expect, it } from "vitest";
import { contestedSentence } from "@/components/disputes/contested-words";
import { balanceOf, figuresOf } from "@/tests/unit/components/balance/sample-balance";

it("the sentence of the contested items says how many, and what they leave open of late", () => {
  const totals = figuresOf({ feature: 6, maintenance: 4 }, { contested: { maintenance: 2 } });
  expect(contestedSentence(7, balanceOf({ totals }), "en-GB")).toBe(
    "7 items are contested. Until they are settled, between 60% and 80% of what was delivered in the last 12 weeks was new features.",
  );
  expect(contestedSentence(1, balanceOf(), "en-GB")).toBe("1 item is contested.");
});
