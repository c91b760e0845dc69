import type { Counts, ShareBand } from "@/lib/domain/balance";
import { balanceCategories } from "@/lib/domain/category";

/** What is contested among the counts, and between what shares it leaves them. */
export type Contested = {
  counts: Counts & { excluded: number };
  /** Null where nothing is contested. */
  band: ShareBand | null;
};

/**
 * The least and the largest share of each category that settling the disputes could give: all that
 * is contested goes to others, or all of it comes here. What is contested and counts nowhere now
 * (unclassified, excluded) may come to count.
 */
export function bandOf(counts: Counts, contested: Contested["counts"]): ShareBand | null {
  const all = Object.values(contested).reduce((sum, amount) => sum + amount, 0);
  if (all <= 0) return null;
  const classified = balanceCategories.reduce((sum, category) => sum + counts[category], 0);
  const whole = classified + contested.unclassified + contested.excluded;
  const between = (category: (typeof balanceCategories)[number]) => {
    // Sums of decimals in another order may be a trace below nothing, or above the whole.
    const sure = Math.max(0, counts[category] - contested[category]);
    return whole > 0 ? { least: sure / whole, most: Math.min(1, (sure + all) / whole) } : null;
  };
  return {
    feature: between("feature"),
    maintenance: between("maintenance"),
    rewrite: between("rewrite"),
    tech_debt: between("tech_debt"),
  };
}
