import type { AgreedShares } from "@/lib/domain/agreement";
import type { Shares } from "@/lib/domain/balance";

/** What is agreed as parts of 1; null where only feature and upkeep were agreed. */
export function asParts(shares: AgreedShares): Shares {
  const feature = shares.feature / 100;
  if ("upkeep" in shares) return { feature, maintenance: null, rewrite: null, tech_debt: null };
  return {
    feature,
    maintenance: shares.maintenance / 100,
    rewrite: shares.rewrite / 100,
    tech_debt: shares.tech_debt / 100,
  };
}

/** True where both say the same, whatever the order of their keys. */
export function isSameShares(a: AgreedShares, b: AgreedShares): boolean {
  if ("upkeep" in a || "upkeep" in b) {
    return "upkeep" in a && "upkeep" in b && a.feature === b.feature;
  }
  return a.feature === b.feature && a.maintenance === b.maintenance && a.tech_debt === b.tech_debt;
}
