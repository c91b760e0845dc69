import type { BalanceCategory } from "@/lib/domain/category";
import { exactExp, logistic } from "./exact-math";
import type { Margins } from "./outputs";

/** A line from margin to log-odds. */
export type Line = { slope: number; offset: number };

/** How margins become probabilities; fitted on repositories the weights had not seen. */
export type Calibration = { feature: Line; rewrite: Line; techDebt: Line };

export type Probabilities = Record<BalanceCategory, number>;

const at = (line: Line, margin: number): number => line.slope * margin + line.offset;

/** Probabilities of the four categories; their sum is 1. First the side, then which upkeep. */
export function calibrate({ feature, rewrite, techDebt }: Calibration, margins: Margins) {
  const isFeature = logistic(at(feature, margins[0]));
  const rewriteOdds = exactExp(at(rewrite, margins[1]));
  const debtOdds = exactExp(at(techDebt, margins[2]));
  const upkeep = (1 - isFeature) / (1 + rewriteOdds + debtOdds);
  return {
    feature: isFeature,
    maintenance: upkeep,
    rewrite: upkeep * rewriteOdds,
    tech_debt: upkeep * debtOdds,
  } satisfies Probabilities;
}
