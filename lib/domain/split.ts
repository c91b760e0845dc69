/** What a balance is divided by, to be seen side by side. */
export const splits = ["source", "team"] as const;
export type Split = (typeof splits)[number];

/** The most parts that are answered; smaller ones are only named. */
export const mostSplitParts = 12;
