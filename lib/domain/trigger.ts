/** Why the two sides should talk again. */
export const triggerKinds = [
  "stage_begun",
  "outside_band",
  "review_due",
  "exception_ended",
] as const;
export type TriggerKind = (typeof triggerKinds)[number];

/** How long one of the periods is that are judged for it. */
export const triggerPeriods = ["week", "month"] as const;
export type TriggerPeriod = (typeof triggerPeriods)[number];

export const mostOutsidePeriods = 52;

/** When a product asks for a talk, and is told of, until it says otherwise. */
export const talkDefaults = {
  digest: "weekly",
  outsidePeriods: 3,
  outsidePeriod: "week",
} as const;
