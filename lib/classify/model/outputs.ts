/**
 * The three questions a text is put, each by one column of weights: is it a feature; and if it is
 * upkeep, does it restructure, does it pay down debt. What is neither is maintenance.
 */
export const outputs = ["feature", "rewrite", "tech_debt"] as const;
export const outputCount = outputs.length;

/** One margin for each of {@link outputs}. */
export type Margins = [feature: number, rewrite: number, techDebt: number];
