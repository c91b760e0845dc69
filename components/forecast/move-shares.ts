import type { AgreedShares } from "@/lib/domain/agreement";

export const upkeepCategories = ["maintenance", "rewrite", "tech_debt"] as const;
export type UpkeepCategory = (typeof upkeepCategories)[number];

/** The shares with so much for features; what is divided of upkeep keeps its proportions. */
export function withFeature(shares: AgreedShares, feature: number): AgreedShares {
  if ("upkeep" in shares) return { feature, upkeep: tenth(100 - feature) };
  const [maintenance, rewrite, tech_debt] = divided(
    upkeepCategories.map((category) => shares[category]),
    100 - feature,
  );
  return { feature, ...{ maintenance, rewrite, tech_debt } };
}

/** The shares with so much of upkeep for one category, the other two sharing the rest as before. */
export function withPart(
  shares: Exclude<AgreedShares, { upkeep: number }>,
  category: UpkeepCategory,
  part: number,
): AgreedShares {
  const others = upkeepCategories.filter((one) => one !== category);
  const rest = 100 - shares.feature - part;
  const [first, second] = divided(
    others.map((one) => shares[one]),
    rest,
  );
  const parts = new Map([
    [category, part],
    ...others.map((one, index) => [one, index === 0 ? first : second] as const),
  ]);
  const partOf = (one: UpkeepCategory) => parts.get(one) ?? 0;
  return {
    feature: shares.feature,
    maintenance: partOf("maintenance"),
    rewrite: partOf("rewrite"),
    tech_debt: partOf("tech_debt"),
  };
}

/** The shares with upkeep divided evenly, or as one. */
export function withUpkeep(shares: AgreedShares, form: "divided" | "whole"): AgreedShares {
  const { feature } = shares;
  if (form === "whole") return { feature, upkeep: tenth(100 - feature) };
  return withFeature({ feature, maintenance: 1, rewrite: 1, tech_debt: 1 }, feature);
}

/** Whole numbers in these proportions (evenly where there are none), the first taking what is left. */
function divided(parts: readonly number[], whole: number): [number, number, number] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const [, ...rest] = parts.map((part) =>
    Math.floor(sum > 0 ? (whole * part) / sum : whole / parts.length),
  );
  const first = tenth(whole - rest.reduce((all, part) => all + part, 0));
  return [first, rest[0] ?? 0, rest[1] ?? 0];
}

/** Floating point has no tenths: what is left over is rounded to them. */
function tenth(share: number): number {
  return Math.round(share * 10) / 10;
}
