import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidingPhrases, markPhrases } from "@/components/items/deciding-phrases";

const marked = (text: string, phrases: string[]) =>
  markPhrases(text, phrases).flatMap((part) => (part.marked ? [part.text] : []));

describe("the words that decided", () => {
  it("are marked as whole words, in any case and over line breaks", () => {
    expect(marked("A crash. Crashes crash", ["crash"])).toEqual(["crash", "crash"]);
    expect(marked("does not\nload", ["not load"])).toEqual(["not\nload"]);
    expect(marked("Öl ölt", ["öl"])).toEqual(["Öl"]);
  });

  it("leave the text as it is, whatever it and they hold", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 6 })), (text, phrases) => {
        const parts = markPhrases(text, phrases);
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }),
    );
  });

  it("are those of the evidence, or those that a suggestion rests on", () => {
    const text = { field: "text" as const, value: "crash", matched: "title" };
    const label = { field: "label" as const, value: "bug" };
    const suggestion = { category: "maintenance" as const, kind: null, confidence: 0.6 };
    expect(decidingPhrases({ evidence: [text, label], suggestion: null })).toEqual(["crash"]);
    expect(
      decidingPhrases({ evidence: [], suggestion: { ...suggestion, evidence: [text] } }),
    ).toEqual(["crash"]);
  });
});
