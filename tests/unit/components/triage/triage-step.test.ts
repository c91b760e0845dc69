import { describe, expect, it } from "vitest";
import { categoryKeys, commandOf } from "@/components/triage/triage-step";
import { categories } from "@/lib/domain/category";

describe("the keys of triage", () => {
  it("give each category its own, as the buttons show them", () => {
    for (const category of categories) {
      expect(commandOf(categoryKeys[category].shown)).toEqual({ do: "decide", category });
    }
    const all = categories.flatMap((category) => categoryKeys[category].keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it("mean the same in upper case, and nothing else is taken", () => {
    expect(commandOf("F")).toEqual({ do: "decide", category: "feature" });
    expect(commandOf("U")).toEqual({ do: "undo" });
    expect([commandOf("Tab"), commandOf("5"), commandOf("Enter")]).toEqual([null, null, null]);
  });
});
