import { describe, expect, it } from "vitest";
import { loadTextModel } from "@/lib/classify/model/text-model";
import { encodeWeights } from "@/lib/classify/model/weights-file";
import type { CorpusRow } from "@/scripts/classifier/corpus";
import { categoryByDefinition } from "@/scripts/classifier/definition-texts";
import { foldsOf } from "@/scripts/classifier/folds";
import { makeModel } from "@/scripts/classifier/make-model";
import { readRows } from "@/scripts/classifier/training-set";

const words = {
  feature: ["add export", "support themes", "allow imports", "new filter"],
  maintenance: ["crash on save", "totals are wrong", "error in list", "login fails"],
  rewrite: ["refactor store", "migrate client", "rewrite parser", "restructure views"],
  tech_debt: ["clean up store", "remove dead code", "drop unused flags", "flaky login test"],
} as const;
const parts = ["in the header", "for admins", "on Monday", "of reports", "with filters"];

const corpus: CorpusRow[] = Object.entries(words).flatMap(([category, openings]) =>
  openings.flatMap((opening, i) =>
    parts.map((part, j) => ({
      source: "nus",
      repository: `owner/r${(i + j) % 5}`,
      title: `${opening} ${part}`,
      body: j % 2 ? `Please look at this: ${opening} ${part}, it matters to us.` : "",
      category: category as keyof typeof words,
      raw: category,
    })),
  ),
);
const options = {
  cost: [1, 1, 1],
  rounds: 20,
  least: 2,
  loudness: { prior: 1, share: 0.5, most: 2 },
};

describe("training", () => {
  const bytes = encodeWeights(makeModel(readRows(corpus), options));

  it("gives the same bytes from the same texts", () => {
    expect(encodeWeights(makeModel(readRows(corpus), options))).toEqual(bytes);
  });

  it("teaches what the texts say", () => {
    const model = loadTextModel(bytes);
    const wrong = corpus.filter(
      ({ title, body, category }) => model.predict({ title, body }).category !== category,
    );
    expect(wrong.length).toBeLessThanOrEqual(corpus.length / 10);
  });

  it("never parts a repository from itself", () => {
    const folds = foldsOf(corpus);
    expect([...folds.keys()].sort()).toEqual([
      "owner/r0",
      "owner/r1",
      "owner/r2",
      "owner/r3",
      "owner/r4",
    ]);
    expect(new Set(folds.values()).size).toBe(4);
  });
});

describe("a public label, by the project's definitions", () => {
  const row = (title: string, category: CorpusRow["category"], raw: string): CorpusRow => ({
    ...{ source: "commit", repository: "owner/name", body: "" },
    ...{ title, category, raw },
  });
  it.each([
    ["remove unused imports", "rewrite", "refactor", "tech_debt"],
    ["split the parser", "rewrite", "refactor", "rewrite"],
    ["migrate to the new runner", "maintenance", "chore", "rewrite"],
    ["clean up after the release", "maintenance", "chore", "tech_debt"],
    ["migrate old settings", "feature", "feat", "feature"],
    ["remove hack that hid the error", "maintenance", "fix", "maintenance"],
    ["Upgrade jBCrypt to 0.4", "tech_debt", "ATD", null],
  ] as const)("%s: %s (%s) is %s", (title, category, raw, expected) => {
    expect(categoryByDefinition(row(title, category, raw))).toBe(expected);
  });
});
