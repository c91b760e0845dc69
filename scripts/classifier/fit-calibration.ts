import type { Calibration, Line } from "@/lib/classify/model/calibration";
import { exactExp, logistic } from "@/lib/classify/model/exact-math";
import type { Margins } from "@/lib/classify/model/outputs";
import type { BalanceCategory } from "@/lib/domain/category";

/** A text's margins by weights that had not seen its repository. */
export type Unseen = { category: BalanceCategory; margins: Margins; importance: number };

/**
 * How upkeep is taken to be made up, where the corpus says nothing of it: its rewrites are commits
 * and its debts are picked passages.
 */
const upkeepMix = { maintenance: 0.6, rewrite: 0.2, tech_debt: 0.2 };

const steps = 300;

/** Fits the lines from margins to log-odds by Newton's method, one parameter after the other. */
export function fitCalibration(sides: readonly Unseen[], upkeep: readonly Unseen[]): Calibration {
  return { feature: fitSide(sides), ...fitUpkeep(upkeep) };
}

function fitSide(texts: readonly Unseen[]): Line {
  const line = { slope: 1, offset: 0 };
  for (let step = 0; step < steps; step += 1) {
    for (const part of ["slope", "offset"] as const) {
      let gradient = 0;
      let curvature = 1e-9;
      for (const { category, margins, importance } of texts) {
        const p = logistic(line.slope * margins[0] + line.offset);
        const x = part === "slope" ? margins[0] : 1;
        gradient += importance * x * ((category === "feature" ? 1 : 0) - p);
        curvature += importance * x * x * p * (1 - p);
      }
      line[part] += gradient / curvature;
    }
  }
  return rounded(line);
}

function fitUpkeep(texts: readonly Unseen[]): { rewrite: Line; techDebt: Line } {
  const weights = mixed(texts.filter(({ category }) => category !== "feature"));
  const lines = { rewrite: { slope: 1, offset: 0 }, tech_debt: { slope: 1, offset: 0 } };
  for (let step = 0; step < steps; step += 1) {
    for (const side of ["rewrite", "tech_debt"] as const) {
      for (const part of ["slope", "offset"] as const) {
        let gradient = 0;
        let curvature = 1e-9;
        for (const { category, margins, importance } of weights) {
          const odds = {
            rewrite: exactExp(lines.rewrite.slope * margins[1] + lines.rewrite.offset),
            tech_debt: exactExp(lines.tech_debt.slope * margins[2] + lines.tech_debt.offset),
          };
          const p = odds[side] / (1 + odds.rewrite + odds.tech_debt);
          const x = part === "offset" ? 1 : margins[side === "rewrite" ? 1 : 2];
          gradient += importance * x * ((category === side ? 1 : 0) - p);
          curvature += importance * x * x * p * (1 - p);
        }
        lines[side][part] += gradient / curvature;
      }
    }
  }
  return { rewrite: rounded(lines.rewrite), techDebt: rounded(lines.tech_debt) };
}

/** The same texts with the mix of upkeep that is assumed. */
function mixed(texts: readonly Unseen[]): Unseen[] {
  const sums = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0 };
  for (const { category, importance } of texts) sums[category] += importance;
  return texts.map((text) => {
    const share = text.category === "feature" ? 0 : upkeepMix[text.category];
    return { ...text, importance: (text.importance * share) / sums[text.category] };
  });
}

function rounded({ slope, offset }: Line): Line {
  return { slope: Math.round(slope * 1e4) / 1e4, offset: Math.round(offset * 1e4) / 1e4 };
}
