import type { Condition } from "@/lib/classify/rules/condition";

/** Whether any comparison of a condition tells upper from lower case. */
export function isExact({ all, any, not, caseSensitive }: Condition): boolean {
  const parts = [...(all ?? []), ...(any ?? []), ...(not ? [not] : [])];
  return caseSensitive === true || parts.some(isExact);
}

/** The condition with all its comparisons telling upper from lower case, or none. */
export function withSpelling(condition: Condition, exact: boolean): Condition {
  const { all, any, not, caseSensitive: _, ...comparison } = condition;
  if (all) return { all: all.map((part) => withSpelling(part, exact)) };
  if (any) return { any: any.map((part) => withSpelling(part, exact)) };
  if (not) return { not: withSpelling(not, exact) };
  const compares = comparison.empty === undefined;
  return { ...comparison, ...(exact && compares && { caseSensitive: true }) };
}
