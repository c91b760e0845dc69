import type { AgreedShares } from "@/lib/domain/agreement";

/** Shares as an address holds them: `feature:60,upkeep:40`, or all four categories. */
export function sharesText(shares: AgreedShares): string {
  return Object.entries(shares)
    .map(([name, share]) => `${name}:${share}`)
    .join(",");
}

/** What `sharesText` wrote, by its names; null where it is no list of names and numbers. */
export function readSharesText(text: string): Record<string, number> | null {
  const parts = text.split(",").map((part) => /^(\w+):(\d+(?:\.\d+)?)$/.exec(part.trim()));
  if (parts.some((part) => part === null)) return null;
  const shares = new Map(parts.map((part) => [part?.[1] ?? "", Number(part?.[2])]));
  return shares.size === parts.length ? Object.fromEntries(shares) : null;
}
