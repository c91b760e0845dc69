import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyItem } from "@/lib/classify/classify-item";
import { readLabel } from "@/lib/classify/read-label";
import { readTitle } from "@/lib/classify/read-title";
import { categories } from "@/lib/domain/category";
import { defaultCategoryOfKind, kinds } from "@/lib/domain/kind";
import { resolutions } from "@/lib/domain/work-item";
import { classifiable } from "./classifiable";

const known = [
  ...["bug", "feature request", "tech debt", "clean up", "good first issue", "wont fix"],
  ...["documentation", "enhancement", "refactoring", "question", "needs docs", "not a bug"],
  ...["unit test", "security issue", "kind bug", "duplicate", "code quality", "area docs"],
];
const knownLabel = fc.constantFrom(...known);
const anyText = fc.string({ unit: "binary", maxLength: 200 });

const anyItem = fc.record({
  title: fc.oneof(
    anyText,
    knownLabel,
    knownLabel.map((label) => `[${label}] x`),
  ),
  type: fc.option(fc.oneof(anyText, knownLabel)),
  labels: fc.array(fc.oneof(anyText, knownLabel), { maxLength: 8 }),
  resolution: fc.option(fc.constantFrom(...resolutions)),
  originalResolution: fc.option(anyText),
});

const anyOverride = fc.record({
  category: fc.constantFrom(...categories),
  kind: fc.option(fc.constantFrom(...kinds)),
  reason: fc.option(anyText),
  actor: fc.constant("local"),
  at: fc.constant(new Date(0)),
});

/** The same label in another case, with other separators and with an emoji about it. */
const rewritten = fc
  .tuple(
    knownLabel,
    fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
    fc.constantFrom(" ", "-", "_", ".", "  "),
    fc.constantFrom("", "🐛 ", ":rocket: ", "✨", "♻️ "),
    fc.constantFrom("", " 🔥", " :fire:", "⚠️"),
  )
  .map(([label, upper, separator, before, after]) => {
    const cased = [...label].map((c, i) => (upper[i] ? c.toUpperCase() : c)).join("");
    return { label, variant: `${before}${cased.replaceAll(" ", separator)}${after}` };
  });

describe("laws of the classifier", () => {
  it("never throws, and its kind's default category is the category unless overridden", () => {
    fc.assert(
      fc.property(anyItem, fc.option(anyOverride), (item, override) => {
        const decision = classifyItem(item, override);
        if (override) {
          expect(decision).toMatchObject({ category: override.category, kind: override.kind });
        } else if (decision) {
          expect(decision.kind).not.toBeNull();
          if (decision.kind) expect(decision.category).toBe(defaultCategoryOfKind[decision.kind]);
          expect(decision.evidence).toHaveLength(1);
          expect(decision.confidence).toBeGreaterThan(0);
          expect(decision.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("reads a label alike in any case, with any separator and with emoji about it", () => {
    fc.assert(
      fc.property(rewritten, ({ label, variant }) => {
        expect(readLabel(variant)).toEqual(readLabel(label));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same decision whatever the order of the labels", () => {
    const labels = fc.uniqueArray(fc.oneof(knownLabel, anyText), { maxLength: 8 });
    fc.assert(
      fc.property(labels, fc.infiniteStream(fc.nat()), (given, keys) => {
        const order = new Map(given.map((label) => [label, keys.next().value ?? 0]));
        const shuffled = given.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        expect(classifyItem(classifiable({ labels: shuffled }), null)).toEqual(
          classifyItem(classifiable({ labels: given }), null),
        );
      }),
    );
  });
});

describe("time is bounded on hostile text", () => {
  it.each([
    "a",
    " ",
    ":",
    "-",
    "[",
    "(",
    "bug ",
    "feat(",
    "\u0301",
    "🐛",
    ":a",
    "[a]",
    "bug/",
    "not ",
  ])(
    "64 KB of %j is read at once, where going over it for each letter would take minutes",
    (unit) => {
      const text = unit.repeat(65_536 / unit.length);
      const started = performance.now();
      readLabel(text);
      readTitle(text);
      classifyItem(classifiable({ title: text, type: text, labels: [text, `kind/${text}`] }), null);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
