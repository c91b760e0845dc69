/** The four sides of the balance, in the order they are always listed, stacked and drawn. */
export const balanceCategories = ["feature", "maintenance", "rewrite", "tech_debt"] as const;
export type BalanceCategory = (typeof balanceCategories)[number];

/** Everything a classification can say. `excluded` is not work: it is counted in words, never drawn. */
export const categories = [...balanceCategories, "excluded"] as const;
export type Category = (typeof categories)[number];

/** What a filter or a column can hold: a category, or the lack of one. */
export const categoryOrNone = [...categories, "unclassified"] as const;
export type CategoryOrNone = (typeof categoryOrNone)[number];

/** What a bar of the chart is made of, bottom to top. */
export const chartedCategories = [...balanceCategories, "unclassified"] as const;
export type ChartedCategory = (typeof chartedCategories)[number];
