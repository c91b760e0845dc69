import type { Kind } from "@/lib/domain/kind";
import {
  type LabelReading,
  notWorkKinds,
  type ReadingStep,
  type WordsReader,
} from "../label-reading";
import { type LabelWord, squash } from "../label-words";
import {
  areaNamespaces,
  silentNamespaces,
  statusNamespaces,
  typeNamespaces,
} from "../lexicon/label-grammar";

/** What is believed after `area:`. A product may well have a part "security" or "search". */
const believedOfAreas: ReadonlySet<Kind> = new Set([
  ...(["documentation", "test", "build", "dependency", "bug", "enhancement"] as const),
  ...(["refactor", "cleanup", "debt", "flaky_test"] as const),
]);

type Trust = (reading: LabelReading) => LabelReading | null;

const trustAll: Trust = (reading) => reading;
/** `type: security` leaves no doubt that it is meant as a type. */
const trustFully: Trust = (reading) => ({ ...reading, weak: false });
const trustNotWork: Trust = (reading) => (notWorkKinds.has(reading.kind) ? reading : null);
const trustWeakly: Trust = (reading) =>
  believedOfAreas.has(reading.kind) && reading.confidence === 1
    ? { ...reading, weak: true, confidence: 0.6 }
    : null;

function trustAfter(namespace: string): Trust | "silent" | null {
  if (typeNamespaces.has(namespace)) return trustFully;
  if (/^[a-z]$/.test(namespace)) return trustAll;
  if (statusNamespaces.has(namespace)) return trustNotWork;
  if (areaNamespaces.has(namespace)) return trustWeakly;
  return silentNamespaces.has(namespace) ? "silent" : null;
}

/** `kind/bug`, `issue type: feature request`, `C-cleanup`, `status: duplicate`, `area: docs`. */
export function readNamespaced(words: LabelWord[], readAgain: WordsReader): ReadingStep {
  for (const length of [2, 1]) {
    if (words.length <= length) continue;
    const trust = trustAfter(squash(words.slice(0, length)));
    if (trust === "silent") return "silent";
    if (!trust) continue;
    const reading = readAgain(words.slice(length));
    if (reading) return trust(reading) ?? "silent";
    // "type: needs review" is over; "c++ bug" and "is this a bug" may still read another way.
    if (trust !== trustAll && trust !== trustFully) return "silent";
  }
  return null;
}
