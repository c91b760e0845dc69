import { describe, expect, it } from "vitest";
import { adaptTextModel, type Correction } from "@/lib/classify/model/adapt";
import { predictBeforeLearning } from "@/lib/classify/model/predict-before-learning";
import { shippedModel } from "./shipped-model";

const corrections: Correction[] = [
  { title: "Zorgle the widget", body: null, category: "tech_debt" },
  { title: "Zorgle every page", body: "It has to be zorgled.", category: "tech_debt" },
  { title: "Frobnicate the list", body: null, category: "feature" },
  { title: "Frobnicate on click", body: "So that users can.", category: "feature" },
];
const texts = ["Zorgle the footer", "Frobnicate the header", "Crash on startup"].map((title) => ({
  title,
  body: null,
}));

describe("a model that learnt from corrections", () => {
  const adapted = adaptTextModel(shippedModel, corrections);

  it("answers as it was corrected, on words of the product's own", () => {
    const [zorgle, frobnicate] = texts.map((text) => adapted.probabilities(text));
    const before = texts.map((text) => shippedModel.probabilities(text));
    expect(zorgle?.tech_debt).toBeGreaterThan((before[0]?.tech_debt ?? 1) + 0.1);
    expect(frobnicate?.feature).toBeGreaterThan(before[1]?.feature ?? 1);
  });

  it("leaves the shared model as it was", () => {
    const before = texts.map((text) => shippedModel.predict(text));
    adaptTextModel(shippedModel, [...corrections, ...corrections]);
    expect(texts.map((text) => shippedModel.predict(text))).toEqual(before);
  });

  it("is the same to the last bit from the same corrections", () => {
    const again = adaptTextModel(shippedModel, corrections);
    expect(texts.map((text) => again.predict(text))).toEqual(
      texts.map((text) => adapted.predict(text)),
    );
  });

  it("is the shared model where nothing was corrected", () => {
    expect(adaptTextModel(shippedModel, [])).toBe(shippedModel);
  });

  it("still knows what it knew", () => {
    expect(adapted.predict({ title: "Crash on startup", body: null }).category).toBe("maintenance");
  });
});

describe("the record of a model on a product's corrections", () => {
  it("never knows of an item, or of what came after it, what people decided", () => {
    const decided = Array.from({ length: 9 }, (_, i): Correction => {
      const title = `${i % 2 ? "Zorgle" : "Frobnicate"} part ${"abcdefghi"[i]}`;
      return { title, body: null, category: i % 2 ? "tech_debt" : "feature" };
    });
    const said = (all: Correction[]) =>
      predictBeforeLearning(shippedModel, all, 3).map(({ truth: _truth, ...rest }) => rest);
    const before = said(decided);
    for (const [index, one] of decided.entries()) {
      const otherwise = decided.with(index, { ...one, category: "rewrite" });
      expect(said(otherwise).slice(0, index + 1)).toEqual(before.slice(0, index + 1));
      expect(said(decided.slice(0, index + 1))).toEqual(before.slice(0, index + 1));
    }
    expect(said(decided.with(0, { ...decided[0], category: "rewrite" } as Correction))).not.toEqual(
      before,
    );
  });

  it("holds what was said before each was learnt, and counts it so", () => {
    const repeated = Array.from(
      { length: 12 },
      (_, i): Correction => ({
        title: `Zorgle part ${"abcdefghijkl"[i]}`,
        body: null,
        category: "tech_debt",
      }),
    );
    const record = predictBeforeLearning(shippedModel, repeated, 4);
    expect(record).toHaveLength(12);
    expect(record[0]).toMatchObject({
      truth: "tech_debt",
      said: shippedModel.predict({ title: "Zorgle part a", body: null }).category,
    });
    expect(record.at(-1)?.said).toBe("tech_debt");
  });
});
