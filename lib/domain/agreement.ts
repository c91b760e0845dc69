import type { Measure, Unit } from "./balance";

/** The two who agree. */
export const sides = ["pm", "engineering"] as const;
export type Side = (typeof sides)[number];

/** What a side can say to what lies on the table; only who put it there can withdraw it. */
export const decisions = ["accept", "decline", "counter", "withdraw"] as const;
export type Decision = (typeof decisions)[number];

/** Where an agreement stands. Only `proposed` waits for an answer, only `in_force` is judged by. */
export const agreementStates = [
  "proposed",
  "in_force",
  "superseded",
  "declined",
  "withdrawn",
] as const;
export type AgreementState = (typeof agreementStates)[number];

/** What the record of an agreement is made of; `supersede` is written by the one that follows. */
export const agreementActs = ["propose", ...decisions, "supersede"] as const;
export type AgreementAct = (typeof agreementActs)[number];

/** Percent of the four categories together, adding to 100; or only of the two sides of the balance. */
export type AgreedShares =
  | { feature: number; maintenance: number; rewrite: number; tech_debt: number }
  | { feature: number; upkeep: number };

/** What is agreed: the feature share may differ by `tolerance` points either way. */
export type Terms = { shares: AgreedShares; tolerance: number };

/** What the shares are counted in. */
export type Basis = { measure: Measure; unit: Unit };

export const stageSuggestions = ["explore", "expand", "mature", "recovery", "sunset"] as const;
export type StageSuggestion = (typeof stageSuggestions)[number];

/** The most stages of a product, and the most agreements and exceptions together. */
export const mostStages = 200;
export const mostAgreements = 1000;

export function otherSide(side: Side): Side {
  return side === "pm" ? "engineering" : "pm";
}
