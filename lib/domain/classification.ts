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

/**
 * Which part of the item was read: `rule` a product's rule, `parent` an ancestor, `text` title and
 * body. `correction`: a model says so because it has learnt from the product's corrections.
 */
export const evidenceFields = [
  "person",
  "rule",
  "resolution",
  "type",
  "label",
  "title",
  "parent",
  "text",
  "correction",
] as const;

/** The piece of the item that decided: the field, the tracker's own words, and the rule that read them. */
export type Evidence = {
  field: (typeof evidenceFields)[number];
  /**
   * The tracker's text as it stands there, a person's reason, a rule's name, an ancestor's key, or
   * the category that a model would name without the corrections.
   */
  value: string;
  /** What matched: the normalised phrase, or the part of the item that a rule met. */
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

/** What the text model would say where it is not sure enough to decide. */
export type Suggestion = Pick<Decision, "category" | "kind" | "confidence" | "evidence">;

/** What is known of an item: a decision, or the lack of one, perhaps with a suggestion. */
export type Classification = {
  category: Category | null;
  kind: Kind | null;
  because: Because | null;
  confidence: number | null;
  evidence: Evidence[];
  suggestion: Suggestion | null;
};

/** What a person decided about one item; it beats everything else. */
export type Override = {
  category: Category;
  kind: Kind | null;
  reason: string | null;
  actor: string;
  at: Date;
};

/** Nothing says what the item is. */
export const unclassified: Classification = {
  category: null,
  kind: null,
  because: null,
  confidence: null,
  evidence: [],
  suggestion: null,
};
