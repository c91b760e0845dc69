import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyByText } from "@/lib/classify/layers/by-text";
import { kindOfText } from "@/lib/classify/model/kind-of-text";
import { balanceCategories } from "@/lib/domain/category";
import { defaultCategoryOfKind } from "@/lib/domain/kind";
import { shippedModel } from "./shipped-model";

const anyText = fc.string({ unit: "binary", maxLength: 300 });
const words = fc
  .array(fc.constantFrom("add", "fix", "crash", "refactor", "the", "İstanbul", "please", "\n## "), {
    maxLength: 40,
  })
  .map((list) => list.join(" "));
const someText = fc.oneof(anyText, words);

describe("the shipped model", () => {
  it.each([
    ["Dark mode", "It would be great to have a dark theme.", "feature"],
    ["Crash on startup", "Steps to reproduce: open the app, it crashes.", "maintenance"],
    ["Refactor the importer into smaller parts", null, "rewrite"],
    ["Migrate from Redux to Zustand", null, "rewrite"],
    ["Remove dead code in the scheduler", null, "tech_debt"],
  ])("reads %j as what it is", (title, body, category) => {
    expect(shippedModel.predict({ title, body }).category).toBe(category);
  });

  it("gives probabilities that add up to 1, and the likeliest as its answer", () => {
    fc.assert(
      fc.property(someText, fc.option(someText), (title, body) => {
        const { category, confidence, probabilities } = shippedModel.predict({ title, body });
        const sum = balanceCategories.reduce((all, name) => all + probabilities[name], 0);
        expect(sum).toBeCloseTo(1, 10);
        if (category) expect(confidence).toBe(Math.max(...Object.values(probabilities)));
        expect(shippedModel.probabilities({ title, body })).toEqual(probabilities);
      }),
    );
  });

  it("points at words that stand where it says, in title or body", () => {
    fc.assert(
      fc.property(someText, fc.option(someText), (title, body) => {
        for (const { field, text, start, end, weight } of shippedModel.predict({ title, body })
          .evidence) {
          expect((field === "title" ? title : (body ?? "")).slice(start, end)).toBe(text);
          expect(text).not.toBe("");
          expect(weight).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("says which words decided", () => {
    const { evidence } = shippedModel.predict({ title: "The app crashes on Monday", body: null });
    expect(evidence[0]?.text).toContain("crashes");
  });

  it.each(["", "   ", "🐛🐛", "\u0000"])("has no answer where there is no word: %j", (title) => {
    expect(shippedModel.predict({ title, body: title })).toEqual({
      category: null,
      confidence: 0,
      probabilities: { feature: 0.25, maintenance: 0.25, rewrite: 0.25, tech_debt: 0.25 },
      evidence: [],
    });
  });

  it("reads a hostile body no further than its beginning", () => {
    const start = "Please add an export. ".repeat(200);
    const answer = (rest: string) =>
      shippedModel.predict({ title: "Export", body: start + rest.repeat(15_000) }).probabilities;
    expect(answer("crash ")).toEqual(answer("{code "));
  });
});

describe("the layer of the text", () => {
  it("takes an answer from the threshold on, and suggests it below", () => {
    const text = { title: "Crash on startup", body: null };
    const { confidence } = shippedModel.predict(text);
    expect(classifyByText(text, shippedModel, confidence)).toMatchObject({ taken: true });
    expect(classifyByText(text, shippedModel, confidence + 1e-9)).toMatchObject({ taken: false });
    expect(classifyByText({ title: "", body: null }, shippedModel, 0)).toBeNull();
  });

  it("names a kind of the category it decided, or none", () => {
    fc.assert(
      fc.property(fc.constantFrom(...balanceCategories), someText, (category, title) => {
        const kind = kindOfText(category, title);
        if (kind) expect(defaultCategoryOfKind[kind]).toBe(category);
      }),
    );
  });
});
