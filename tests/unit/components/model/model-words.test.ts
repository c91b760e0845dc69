import { describe, expect, it } from "vitest";
import { selectionOf } from "@/components/model/judged-parameters";
import {
  accuracyWords,
  bandWords,
  gainWords,
  learningWords,
  learntWords,
  selectionWords,
} from "@/components/model/model-words";
import { accuracyOf, fewest, type Judged } from "@/lib/classify/model/accuracy";
import type { Model } from "@/lib/contracts/model";

const none = { corrections: 0, learnt: 0, waiting: 0, dueAt: null, underWay: false };

function modelOf({ n, right, shared }: { n: number; right: number; shared: number }): Model {
  const forecast = (isRight: boolean) => {
    const said = isRight ? ("feature" as const) : ("rewrite" as const);
    return { truth: "feature" as const, said, confidence: 0.9 };
  };
  const judged = Array.from({ length: n }, (_, index): Judged => {
    return { month: "2026-01", own: forecast(index < right), shared: forecast(index < shared) };
  });
  const accuracy = accuracyOf(judged, { threshold: 0.8 });
  return { learning: none, fewest, threshold: 0.8, judged: n, ...accuracy };
}

describe("the accuracy in words", () => {
  it("is a rate with its range where there are enough, and counts where there are few", () => {
    expect(accuracyWords(modelOf({ n: 20, right: 15, shared: 12 }), "en")).toBe(
      "Before it learnt them, the model was right about 15 of 20 corrected items: 75% (53 to 89%).",
    );
    expect(accuracyWords(modelOf({ n: 12, right: 7, shared: 7 }), "en")).toBe(
      "Before it learnt them, the model was right about 7 of 12 corrected items: too few to say how good it is, which takes 20.",
    );
  });

  it("says what learning has brought, also where that is nothing or a loss", () => {
    const gain = (right: number) => gainWords(modelOf({ n: 20, right, shared: 12 }), "en");
    expect(gain(15)).toMatch(/^What it had learnt here made 3 more right: .* right about 12\.$/);
    expect(gain(10)).toMatch(/made 2 fewer right/);
    expect(gain(12)).toMatch(/changed nothing in sum/);
  });

  it("says what was learnt, what waits and what is under way", () => {
    const words = (change: Partial<typeof none>) => learningWords({ ...none, ...change }, "en");
    expect(words({})).toBe("The text model has learnt nothing from this product yet.");
    expect(words({ learnt: 1 })).toBe(
      "The text model has learnt from 1 correction of this product.",
    );
    expect(words({ learnt: 34, waiting: 6 })).toMatch(/34 corrections.*; 6 are new.*five minutes/);
    expect(words({ waiting: 6, underWay: true })).toMatch(/being decided again/);
  });

  it("names a band and what is behind a number", () => {
    expect(bandWords({ from: 0, to: 0.5 }, "en")).toBe("under 50%");
    expect(bandWords({ from: 0.5, to: 0.6 }, "en")).toBe("50% to under 60%");
    expect(bandWords({ from: 0.9, to: 1 }, "en")).toBe("90% and more");
    expect(selectionWords(selectionOf({}), "en")).toBe("Corrected items");
    expect(
      selectionWords(selectionOf({ said: "rewrite", corrected: "tech_debt", from: 0.8 }), "en"),
    ).toBe(
      "Corrected items: the model said Rewrite, people decided Tech debt, it was 80% and more sure",
    );
  });

  it("says of an item what the model would have said without the corrections", () => {
    const text = { field: "text" as const, value: "zorgle" };
    expect(learntWords([text])).toBeNull();
    expect(learntWords([text, { field: "correction", value: "maintenance" }])).toBe(
      "learnt from corrections here, else Maintenance",
    );
  });
});
