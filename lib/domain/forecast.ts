import { chartedCategories } from "./category";

/** What a forecast tells the open stock of: each category, and all of them together. */
export const forecastLines = [...chartedCategories, "together"] as const;
export type ForecastLine = (typeof forecastLines)[number];

/** How many weeks ahead a forecast looks. */
export const leastWeeksAhead = 4;
export const mostWeeksAhead = 26;
export const usualWeeksAhead = 13;

/** The latest whole weeks that a forecast draws from. */
export const weeksDrawnFrom = 52;

/** The weeks ahead at which forecasts are checked against the past. */
export const checkedHorizons = [4, 8, 13] as const;
export type CheckedHorizon = (typeof checkedHorizons)[number];

/** Open items that one run in ten, one in two and nine in ten do not exceed. */
export type StockRange = { p10: number; p50: number; p90: number };

/** The stock of a line at the end of a week ahead, the first being 1. */
export type ForecastCell = StockRange & {
  week: number;
  line: ForecastLine;
  /** Part of the runs whose highest stock, its first time, is at or before this week. */
  peaked: number;
};

/** How often what came true lay in the band of forecasts made so many weeks before. */
export type BackTestCell = {
  weeks: CheckedHorizon;
  line: ForecastLine;
  cases: number;
  inside: number;
  below: number;
  above: number;
  /** Runs of these forecasts that lay in their own bands, as part of 1: whole items make bands wider than 0.8. */
  claimed: number;
};
