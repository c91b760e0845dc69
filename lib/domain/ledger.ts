/** By what the ledger is added up: all of a product, or each value of one trait of its items. */
export const rollupDimensions = ["all", "source", "label", "assignee"] as const;
export type RollupDimension = (typeof rollupDimensions)[number];

export const rollupGrains = ["day", "week", "month"] as const;
export type RollupGrain = (typeof rollupGrains)[number];

/** How the ledger is derived; raised when that changes, so that stored ones are made again. */
export const ledgerVersion = 6;
