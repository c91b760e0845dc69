import type { Decision, Evidence, Override } from "@/lib/domain/classification";
import type { Classifier } from "./classifier";
import { type ClassifiableItem, classifyItem } from "./classify-item";
import { notWorkKinds } from "./label-reading";
import { classifyByOverride } from "./layers/by-override";
import type { Heritage } from "./layers/by-parent";
import { classifyByResolution } from "./layers/by-resolution";
import type { RuleSubject } from "./rules/rule-values";

export type Subject = ClassifiableItem & RuleSubject;

/** What an item itself says, or which rule wants it undecided; null leaves it to its parents. */
export type OwnAnswer = Decision | { leftBy: Evidence[] } | null;

/**
 * In order: a person, the product's rules, and what classify-item.ts reads. An item that was closed
 * without being delivered is asked only of rules that look at how items end.
 */
export function ownAnswer(
  subject: Subject,
  override: Override | null,
  classifier: Classifier,
): OwnAnswer {
  if (override) return classifyByOverride(override);
  const ending = classifyByResolution(subject);
  const ruling = classifier.rules(subject, ending === null ? "all" : "about_endings");
  if (ruling) return ruling.decision === null ? { leftBy: ruling.evidence } : ruling.decision;
  return mapped(ending ?? classifyItem(subject, null), classifier);
}

/**
 * What an item hands down. How it ended is its own affair: an epic closed as a duplicate says
 * nothing about the work that was done in it.
 */
export function heritageOf(
  subject: Subject,
  override: Override | null,
  classifier: Classifier,
): Heritage {
  if (override) return classifyByOverride(override);
  const ruling = classifier.rules(subject, "about_work");
  if (ruling) return ruling.decision ?? "nothing";
  const lasting = { ...subject, resolution: null, originalResolution: null };
  const decision = classifyItem(lasting, null);
  return decision?.kind && notWorkKinds.has(decision.kind) ? null : mapped(decision, classifier);
}

/** The lexicon names kinds; what they count for is the product's affair. */
function mapped(decision: Decision | null, { categoryOf }: Classifier): Decision | null {
  if (decision?.kind == null) return decision;
  return { ...decision, category: categoryOf(decision.kind) };
}
