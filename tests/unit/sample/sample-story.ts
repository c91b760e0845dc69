import { classifyItem } from "@/lib/classify/classify-item";
import { listSampleRecords } from "@/lib/connectors/sample/client";
import { mapSampleIssue } from "@/lib/connectors/sample/mapper";
import {
  type BalanceCategory,
  balanceCategories,
  type CategoryOrNone,
} from "@/lib/domain/category";
import type { WorkItem } from "@/lib/domain/work-item";

export const anchor = new Date("2026-04-01T09:30:00Z");
const daysOfHistory = 1096;

export type SampleItem = WorkItem & { category: CategoryOrNone };

/** The sample as the product sees it: mapped and classified, with nothing added. */
export function sampleItems(seed: number): SampleItem[] {
  return listSampleRecords({ seed, anchor }).map((record) => {
    const mapped = mapSampleIssue(record);
    if (mapped.outcome !== "item") throw new Error(`not an item: ${JSON.stringify(record)}`);
    const category = classifyItem(mapped.item, null)?.category ?? "unclassified";
    return { ...mapped.item, category };
  });
}

/** The instant at this part of the three years, 0 to 1. */
export function at(progress: number): Date {
  const end = Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth(), anchor.getUTCDate());
  return new Date(end - (1 - progress) * daysOfHistory * 86_400_000);
}

export function closedBetween(items: SampleItem[], from: number, to: number): SampleItem[] {
  return items.filter(({ closedAt }) => closedAt && closedAt >= at(from) && closedAt < at(to));
}

/** Parts of the four categories together. */
export function sharesOf(items: SampleItem[]): Record<BalanceCategory, number> {
  const amount = (category: BalanceCategory) =>
    items.filter((item) => item.category === category).length;
  const total = balanceCategories.reduce((sum, category) => sum + amount(category), 0);
  const shares = balanceCategories.map((category) => [category, amount(category) / total] as const);
  return Object.fromEntries(shares) as Record<BalanceCategory, number>;
}

/** How many items of work were open at the end of this part of the story. */
export function stockAt(items: SampleItem[], progress: number): number {
  const instant = at(progress);
  return items.filter(
    ({ category, createdAt, closedAt }) =>
      category !== "excluded" && createdAt < instant && !(closedAt && closedAt < instant),
  ).length;
}

export function medianLeadTimeDays(items: SampleItem[]): number {
  const days = items
    .filter(({ category }) => category !== "excluded")
    .flatMap(({ createdAt, closedAt }) => (closedAt ? [+closedAt - +createdAt] : []))
    .sort((a, b) => a - b);
  return (days[Math.floor(days.length / 2)] ?? 0) / 86_400_000;
}
