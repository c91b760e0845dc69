import type { Item } from "@/lib/contracts/items";

export type Reasoned = Pick<Item, "because" | "evidence" | "resolution">;

/** Why an item has its category, in words: `label “bug”`, `title prefix “fix:”`, `set by a person`. */
export function becauseWords({ because, evidence, resolution }: Reasoned): string {
  const read = evidence[0]?.value ?? "";
  switch (because) {
    case null:
      return "nothing on it says";
    case "override":
      return read === "" ? "set by a person" : `set by a person: ${read}`;
    case "rule":
      return read === "" ? "a rule" : `rule: ${read}`;
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
      return "the text model";
    default:
      return because satisfies never;
  }
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
