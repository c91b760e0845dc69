import { describe, expect, it } from "vitest";
import { classifyLine } from "@/scripts/classifier/classify-line";
import { shippedModel } from "../../classify/model/shipped-model";

const all = { textOnly: false, threshold: 0 };
const answer = (item: unknown, options = all) =>
  JSON.parse(classifyLine(JSON.stringify(item), shippedModel, options));

describe("a line", () => {
  it.each(["nope", "[]", "{}", '{"title":1}', '{"title":"x","labels":"bug"}', "null"])(
    "that is no item gets an error: %s",
    (line) => {
      const { error, ...rest } = JSON.parse(classifyLine(line, shippedModel, all));
      expect(error).toEqual(expect.any(String));
      expect(rest).toEqual({});
    },
  );

  it("is answered by its labels and type before its text", () => {
    const item = { title: "Crash on startup", labels: ["enhancement"], type: null };
    expect(answer(item)).toMatchObject({ category: "feature", because: "label" });
    expect(answer({ ...item, labels: [{ name: "enhancement" }] })).toMatchObject({
      because: "label",
    });
    expect(answer({ ...item, type: "Bug" })).toMatchObject({ because: "type", kind: "bug" });
  });

  it("is answered by the default rules before its labels", () => {
    const item = { title: "Crash on startup", labels: ["bug"], author: "renovate[bot]" };
    expect(answer(item)).toMatchObject({ because: "rule", kind: "dependency" });
    expect(answer(item, { ...all, textOnly: true })).toMatchObject({ because: "model" });
  });

  it("is answered by its text alone where labels and types are left aside", () => {
    const item = { title: "Crash on startup", labels: ["enhancement"], type: "Story" };
    expect(answer(item, { ...all, textOnly: true })).toMatchObject({
      category: "maintenance",
      because: "model",
      kind: "bug",
    });
  });

  it("has probabilities that agree with its answer", () => {
    for (const title of ["feat: export", "Crash on startup", "Dark mode", "[Bug] x"]) {
      const { category, probabilities } = answer({ title });
      const values = Object.values<number>(probabilities);
      expect(values.reduce((a, b) => a + b)).toBeCloseTo(1, 3);
      expect(probabilities[category]).toBe(Math.max(...values));
    }
  });

  it("is unclassified with a suggestion below the threshold", () => {
    expect(answer({ title: "Crash on startup" }, { ...all, threshold: 1 })).toMatchObject({
      category: null,
      kind: null,
      suggestion: "maintenance",
    });
  });

  it("without a word has no answer", () => {
    expect(answer({ title: "" })).toMatchObject({ category: null, because: null, confidence: 0 });
  });
});
