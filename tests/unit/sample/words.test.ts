import { describe, expect, it } from "vitest";
import { classifyItem } from "@/lib/classify/classify-item";
import { generateHistory } from "@/lib/connectors/sample/history/generate-history";
import { anchor } from "./sample-story";

const items = generateHistory({ seed: 20_260_401, anchor });

describe("what the items say about themselves", () => {
  it("never contradicts what they are, and every way of saying it occurs", () => {
    const becauses = new Map<string, number>();
    for (const item of items) {
      const decision = classifyItem(
        { ...item, resolution: item.ending, originalResolution: item.ending },
        null,
      );
      if (!decision) continue;
      becauses.set(decision.because, (becauses.get(decision.because) ?? 0) + 1);
      if (item.side === "aside" || item.ending === "not_planned") continue;
      expect(decision.category, JSON.stringify(item)).toBe(item.side);
    }
    for (const because of ["label", "title", "type", "resolution"]) {
      expect(becauses.get(because) ?? 0, because).toBeGreaterThan(30);
    }
  });

  it("spells labels in several styles, as a team that changed its mind does", () => {
    const labels = new Set(items.flatMap((item) => item.labels));
    for (const label of ["bug", "kind/bug", "tech debt", "kind/refactor", "type: security"]) {
      expect(labels).toContain(label);
    }
  });

  it("tells of the quarter in which billing moved to the event pipeline", () => {
    const moved = items.filter(({ milestone }) => milestone?.startsWith("Move billing"));
    expect(moved.length).toBeGreaterThan(15);
    expect(moved.every(({ side }) => side === "rewrite")).toBe(true);
  });
});
