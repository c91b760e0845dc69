import { ApiError } from "@/components/ui/api";

/** What is wrong with a set, by its place: `rules.2.when.any.0.matches`. */
export type RuleProblems = Record<string, string>;

const within = "ruleSet.";

/** The faults that a refusal of a set names. */
export function problemsOf(error: Error | null): RuleProblems {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(
    Object.entries(error.fields)
      .filter(([field]) => field.startsWith(within))
      .map(([field, message]) => [field.slice(within.length), message]),
  );
}

/** The problems of one part, with their places inside it; its own is at "". */
export function problemsAt(problems: RuleProblems, place: string): RuleProblems {
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([field]) => field === place || field.startsWith(`${place}.`))
      .map(([field, message]) => [field.slice(place.length), message]),
  );
}
