import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeatureViews } from "@/lib/classify/model/feature-view";
import { readBody } from "@/lib/classify/model/read-body";
import { readFeatures } from "@/lib/classify/model/read-features";
import { scanWords } from "@/lib/classify/model/scan-words";

const anyText = fc.string({ unit: "binary", maxLength: 400 });
const textOf = (words: string) => scanWords(words, 100).map(({ text }) => text);

describe("words", () => {
  it.each([
    ["Export doesn't work!", ["export", "doesn't", "work", "!"]],
    ["12 items in v2.10", ["#", "items", "in", "v#", "#"]],
    ["NullPointerException in getUserName", ["<failure>", "in", "<name>"]],
    ["Größe ändern – 設定。", ["größe", "ändern", "設定"]],
    ["🐛🐛 --- ", []],
  ])("%j are %j", (text, words) => {
    expect(textOf(text)).toEqual(words);
  });

  it("stand, in order and apart, where the scan says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of scanWords(text, 50)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("a body", () => {
  it("keeps prose where it stood and blanks what others wrote", () => {
    const body =
      "It fails:\n```\nconst secret = 1\n```\n<!-- template --> see https://x.test/a now";
    const { prose, marks } = readBody(body);
    expect(prose).toHaveLength(body.length);
    expect(prose.indexOf("now")).toBe(body.indexOf("now"));
    expect(prose).not.toMatch(/secret|template|https/);
    expect(marks).toEqual(["comment", "fence", "address"]);
  });

  it("tells its headings in words", () => {
    const { headings } = readBody(
      "## Steps to reproduce\n1. go\n\n**Expected behavior**\nh3. Actual:",
    );
    expect(headings).toEqual(["steps to reproduce", "expected behavior", "actual"]);
  });

  it("is read to a bounded length, which blanking does not change", () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, times) => {
        const body = text.repeat(times);
        expect(readBody(body).prose).toHaveLength(Math.min(4_000, body.length));
      }),
    );
  });
});

describe("features", () => {
  const views = new FeatureViews(true);

  it("of each view have the view's length, whatever the text", () => {
    fc.assert(
      fc.property(anyText, anyText, (title, body) => {
        readFeatures(views, { title, body });
        const { slots, values } = views.vector();
        expect(slots.length).toBe(values.length);
        const length = Math.hypot(...values);
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThan(2.5);
      }),
    );
  });

  it("are told in full by the places they were read from", () => {
    readFeatures(views, {
      title: "Add dark mode, dark as night",
      body: "Please add it. Add it soon.",
    });
    const { slots, values } = views.vector();
    const whole = new Map<number, number>();
    slots.forEach((slot, i) => {
      whole.set(slot, (whole.get(slot) ?? 0) + (values[i] ?? 0));
    });
    const told = new Map<number, number>();
    views.visit((slot, _place, _start, _end, value) => {
      told.set(slot, (told.get(slot) ?? 0) + value);
    });
    expect(told.size).toBe(whole.size);
    for (const [slot, value] of whole) expect(told.get(slot)).toBeCloseTo(value, 12);
  });

  it("do not depend on the text read before", () => {
    readFeatures(views, { title: "Crash", body: "on start" });
    const first = views.vector();
    readFeatures(views, { title: "Something else", body: "entirely ".repeat(300) });
    readFeatures(views, { title: "Crash", body: "on start" });
    expect(views.vector()).toEqual(first);
  });
});
