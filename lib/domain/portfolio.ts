import type { BucketSize } from "./balance";

/** Buckets that mean the same in every product. */
export const portfolioBuckets = ["day", "week", "month", "quarter"] as const satisfies BucketSize[];

/** The most products of a page, and the most buckets of an answer. */
export const mostPortfolioProducts = 100;
export const mostPortfolioBuckets = 120;
