import type { Kind } from "@/lib/domain/kind";
import {
  dependencyScope,
  kindOfChoreScope,
  kindOfCommitType,
  kindOfGitmoji,
  kindsOfPrefixes,
  notPrefixes,
} from "./lexicon/title-types";
import { readLabel } from "./read-label";

/** What the head of a title says, and the piece of it that says so. */
export type TitleReading = { kind: Kind; matched: string; confidence: number };
type TitleReader = (title: string) => TitleReading | null;

/** A prefix stands at the head; the limit bounds the time on hostile titles. */
const longestHead = 200;

const commitPrefix = /^([a-z]{2,12})(?:\(([^()]{1,60})\))? ?!?: ?\S/i;
/** The titles Dependabot and Renovate give. */
const dependencyBot = [
  /^(?:\[[^\]]{1,30}\] ?)?(?:bump|upgrade|update) \S+(?: requirement)? from \S+ to \S+/i,
  /^update (?:dependency|module|plugin|rust crate|docker image) \S+ to \S+/i,
  /^bump (?!version)\S+ to v?\d/i,
  /^(?:lock file maintenance|pin dependenc(?:y|ies)|update (?:all )?dependencies)\b/i,
];
const revert = /^revert ["“]/i;
const release = /^(?:bump version|release|version bump) ?(?:to|:)? v?\d/i;
const bracket =
  /^(?:\[([^\][]{2,40})\]|【([^】]{2,40})】|\(([^()]{2,40})\)|<([^<>]{2,40})>)[\s:-]*/;
const phrase = /^([\p{L}][\p{L}\p{N} /_-]{1,38}?)(?: ?:| [-–—|]) ?\S/u;
const anyEmoji = /^(?:\p{Extended_Pictographic}|\u{fe0f}|\u{200d}|\s)+/u;
const leadingShortcode = /^:[a-z_]{2,30}:\s*/;

function readDependencyBot(title: string): TitleReading | null {
  const withoutType = title.replace(commitPrefix, (whole) => whole.slice(-1));
  for (const pattern of dependencyBot) {
    const matched = pattern.exec(withoutType)?.[0];
    if (matched) return { kind: "dependency", matched, confidence: 1 };
  }
  return null;
}

function readRoutine(title: string): TitleReading | null {
  if (revert.test(title)) return { kind: "chore", matched: "revert", confidence: 1 };
  return release.test(title) ? { kind: "chore", matched: "release", confidence: 1 } : null;
}

function readCommitPrefix(title: string): TitleReading | null {
  const match = commitPrefix.exec(title);
  const type = match?.[1]?.toLowerCase() ?? "";
  const kind = kindOfCommitType.get(type);
  if (!kind) return null;
  const scope = match?.[2]?.toLowerCase() ?? "";
  const matched = scope ? `${type}(${scope})` : type;
  if (dependencyScope.test(scope)) return { kind: "dependency", matched, confidence: 1 };
  const narrower = type === "chore" || type === "fix" ? kindOfChoreScope.get(scope) : undefined;
  return { kind: narrower ?? kind, matched, confidence: 1 };
}

/** Reads a written-out prefix with the labels' lexicon; only what is surely meant as one. */
function readPrefix(text: string, confidence: number): TitleReading | null {
  const reading = readLabel(text);
  if (!reading || reading.confidence < 0.9 || !kindsOfPrefixes.has(reading.kind)) return null;
  if (notPrefixes.has(reading.phrase)) return null;
  return { kind: reading.kind, matched: reading.phrase, confidence };
}

/** "[Bug] …", "[UI][Feature Request] …": up to three brackets, the first that says a kind. */
function readBrackets(title: string): TitleReading | null {
  let rest = title;
  for (let count = 0; count < 3; count += 1) {
    const match = bracket.exec(rest);
    if (!match) return null;
    const reading = readPrefix(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "", 1);
    if (reading) return reading;
    rest = rest.slice(match[0].length);
  }
  return null;
}

/** "Bug: …", "Feature request - …". */
function readPhrase(title: string): TitleReading | null {
  const text = phrase.exec(title)?.[1];
  return text === undefined ? null : readPrefix(text, 0.9);
}

const readers: readonly TitleReader[] = [
  readDependencyBot,
  readRoutine,
  readCommitPrefix,
  readBrackets,
  readPhrase,
];

function readGitmoji(head: string): TitleReading | null {
  for (const [sign, kind] of kindOfGitmoji) {
    if (head.startsWith(sign)) return { kind, matched: sign, confidence: 0.9 };
  }
  return null;
}

/** Reads the head of a title; null where no conventional prefix stands there. Never throws. */
export function readTitle(title: string): TitleReading | null {
  const head = title.slice(0, longestHead).trimStart();
  const words = head.replace(anyEmoji, "").replace(leadingShortcode, "").normalize("NFKC");
  for (const read of readers) {
    const reading = read(words);
    if (reading) return reading;
  }
  return readGitmoji(head);
}
