import type { Condition, RuleField } from "@/lib/classify/rules/condition";

export const comparisonTests = ["is", "like", "matches", "filled", "empty"] as const;
export type ComparisonTest = (typeof comparisonTests)[number];

export const testNames: Record<ComparisonTest, string> = {
  is: "is exactly",
  like: "is like (* and ?)",
  matches: "matches (regular expression)",
  filled: "is filled in",
  empty: "is empty",
};

export function testOf({ like, matches, empty }: Condition): ComparisonTest {
  if (empty !== undefined) return empty ? "empty" : "filled";
  if (matches !== undefined) return "matches";
  return like === undefined ? "is" : "like";
}

/** The texts that a comparison names, however it compares with them. */
export function textsOf({ is, like, matches }: Condition): string[] {
  return is ?? like ?? (matches ? [matches] : []);
}

type Comparison = { field: RuleField; test: ComparisonTest; texts: string[] };

/** The same comparison by another test, field or texts; what it was called and spelled stays. */
export function withChange(condition: Condition, change: Partial<Comparison>): Condition {
  const { field = condition.field ?? "label", test = testOf(condition) } = change;
  const texts = change.texts ?? textsOf(condition);
  const { name, caseSensitive } = condition;
  return {
    field,
    ...(field === "custom" && { name: name ?? "" }),
    ...testWith(test, texts),
    ...(caseSensitive && test !== "empty" && test !== "filled" && { caseSensitive }),
  };
}

function testWith(test: ComparisonTest, texts: string[]): Condition {
  switch (test) {
    case "is":
      return { is: texts };
    case "like":
      return { like: texts };
    case "matches":
      return { matches: texts[0] ?? "" };
    case "empty":
      return { empty: true };
    case "filled":
      return { empty: false };
  }
}
