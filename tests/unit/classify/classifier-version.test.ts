import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { classifierVersion } from "@/lib/classify/classify-item";
import { labelPrecedence } from "@/lib/classify/label-precedence";
import * as grammar from "@/lib/classify/lexicon/label-grammar";
import { phrasesOfKind } from "@/lib/classify/lexicon/phrases";
import { otherLanguagePhrases } from "@/lib/classify/lexicon/phrases-other-languages";
import * as titles from "@/lib/classify/lexicon/title-types";

function checksumOfWords(): string {
  const plain = (_key: string, value: unknown) =>
    value instanceof Set || value instanceof Map
      ? [...value]
      : value instanceof RegExp
        ? value.source
        : value;
  const words = [phrasesOfKind, otherLanguagePhrases, grammar, titles, labelPrecedence];
  const text = JSON.stringify(words, plain);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function checksumOfWeights(): string {
  const bytes = readFileSync(new URL("../../../lib/classify/model/weights.bin", import.meta.url));
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

// Another lexicon under the same version would leave stored classifications as they were.
it("has a new version whenever the words it reads or the weights of the text model change", () => {
  const read = { words: checksumOfWords(), weights: checksumOfWeights() };
  expect({ version: classifierVersion, ...read }).toEqual({
    version: "2026-11-3",
    words: "b71eb2546927",
    weights: "bb0a3b7f8250",
  });
});
