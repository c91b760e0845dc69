import { wholePercent } from "@/components/ui/format";
import type { Item } from "@/lib/contracts/items";

export type Reasoned = Pick<Item, "because" | "evidence" | "resolution"> & {
  confidence?: number | null;
};

/**
 * Why an item has its category, in words: `label “bug”`, `rule “Bots”`, `model 91%`, `set by a person,
 * 3 March: it replaces the old one`. `day` words an instant; without it a person's date is left out.
 */
export function becauseWords(
  { because, evidence, resolution, confidence }: Reasoned,
  day?: (instant: string) => string,
): string {
  const read = evidence[0]?.value ?? "";
  switch (because) {
    case null:
      return evidence[0]?.field === "rule"
        ? `rule “${read}” leaves it unclassified`
        : "nothing on it says";
    case "override":
      return [`set by a person${dated(evidence[0]?.at, day)}`, read].filter(Boolean).join(": ");
    case "rule":
      return read === "" ? "a rule" : `rule “${read}”`;
    case "resolution":
      return `closed as ${resolutionWords(resolution, read)}`;
    case "type":
      return `type “${read}”`;
    case "label":
      return `label “${read}”`;
    case "title":
      return `title prefix “${evidence[0]?.matched ?? read}”`;
    case "parent":
      return read === "" ? "its parent" : `parent ${read}`;
    case "model":
      return confidence == null ? "the text model" : `model ${sureness(confidence)}`;
    default:
      return because satisfies never;
  }
}

/** `91%`. A model is never wholly sure, so that all of it reads 99%. */
export function sureness(confidence: number): string {
  return `${Math.min(wholePercent(confidence), 99)}%`;
}

function dated(at: string | undefined, day: ((instant: string) => string) | undefined): string {
  return at && day ? `, ${day(at)}` : "";
}

function resolutionWords(resolution: Item["resolution"], original: string): string {
  switch (resolution) {
    case "not_planned":
      return "not planned";
    case "duplicate":
      return "a duplicate";
    case "completed":
      return "completed";
    case null:
      return original.replaceAll("_", " ");
    default:
      return resolution satisfies never;
  }
}
