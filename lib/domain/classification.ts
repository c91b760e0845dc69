import type { Category } from "./category";
import type { Kind } from "./kind";

/**
 * What can decide an item's category, strongest first.
 * `override` a person; `rule` a product's own rule; `resolution` how the tracker says it ended;
 * `type` the tracker's native type; `label` one of its labels; `title` a conventional prefix;
 * `parent` inherited; `model` the text model.
 */
export const becauses = [
  "override",
  "rule",
  "resolution",
  "type",
  "label",
  "title",
  "parent",
  "model",
] as const;
export type Because = (typeof becauses)[number];

/** The piece of the item that decided: the field, the tracker's own words, and the rule that read them. */
export type Evidence = {
  /** Which part of the item was read. */
  field: "person" | "resolution" | "type" | "label" | "title";
  /** The tracker's text as it stands there, or a person's reason. */
  value: string;
  /** The normalised phrase that matched, where one did. */
  matched?: string;
  /** When a person decided, ISO 8601 in UTC. */
  at?: string;
};

/** A decided category; an undecided one is `null`, never a guess. */
export type Decision = {
  category: Category;
  kind: Kind | null;
  because: Because;
  /** 0..1. Overrides and exact lexicon matches are 1. */
  confidence: number;
  evidence: Evidence[];
};

/** What a person decided about one item; it beats everything else. */
export type Override = {
  category: Category;
  kind: Kind | null;
  reason: string | null;
  actor: string;
  at: Date;
};
