import { z } from "zod";
import { compilePattern } from "./safe-pattern";

/** What of an item a rule can look at; `custom` is any field of its record, by name. */
export const ruleFields = [
  "type",
  "label",
  "project",
  "component",
  "milestone",
  "sprint",
  "parent",
  "ancestor",
  "priority",
  "status",
  "resolution",
  "title",
  "author",
  "assignee",
  "custom",
] as const;
export type RuleField = (typeof ruleFields)[number];

const deepest = 8;
const mostParts = 50;
/** A set, its rules and a rule around the first condition. */
const levelsAround = 4;

const text = z
  .string()
  .min(1, "Give a text to compare with.")
  .max(500)
  .refine((value) => !value.includes("\0") && value.isWellFormed(), "This text cannot be stored.");
const texts = z.array(text).min(1).max(mostParts);

/**
 * All, any or none of other conditions, or one comparison: a field with exactly one of `is` (the
 * whole text, one of several), `like` (`*` and `?`), `matches` (a regular expression) or `empty`.
 * A field with several values, such as labels, meets a comparison where one of them does.
 */
export type Condition = {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
  field?: RuleField | undefined;
  /** Which custom field: its name in the tracker, or its id. */
  name?: string | undefined;
  is?: string[] | undefined;
  like?: string[] | undefined;
  matches?: string | undefined;
  /** True: the field has no value; false: it has one. */
  empty?: boolean | undefined;
  /** Upper and lower case are the same unless this is set. */
  caseSensitive?: boolean | undefined;
};

export const conditionSchema: z.ZodType<Condition> = z
  .strictObject({
    all: z
      .array(z.lazy(() => conditionSchema))
      .min(1)
      .max(mostParts)
      .optional(),
    any: z
      .array(z.lazy(() => conditionSchema))
      .min(1)
      .max(mostParts)
      .optional(),
    not: z.lazy(() => conditionSchema).optional(),
    field: z.enum(ruleFields, `Name one of ${ruleFields.join(", ")}.`).optional(),
    name: text.optional(),
    is: texts.optional(),
    like: texts.optional(),
    matches: text.optional(),
    empty: z.boolean().optional(),
    caseSensitive: z.boolean().optional(),
  })
  .superRefine((condition, context) => {
    const fault = faultOf(condition);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
    const { matches, caseSensitive = false } = condition;
    const pattern = matches === undefined ? null : compilePattern(matches, { caseSensitive });
    if (pattern !== null && !pattern.ok) {
      context.addIssue({ code: "custom", message: pattern.message, path: ["matches"] });
    }
  })
  .meta({ id: "RuleCondition" });

const shapes = ["all", "any", "not", "field"] as const;
const comparisons = ["is", "like", "matches", "empty"] as const;

function faultOf(condition: Condition): string | null {
  const given = (names: readonly string[]) =>
    names.filter((name) => Reflect.get(condition, name) !== undefined);
  if (given(shapes).length !== 1) return "Give exactly one of all, any, not and field.";
  const compared = given(comparisons);
  if (condition.field === undefined) {
    return given([...comparisons, "name", "caseSensitive"]).length > 0
      ? "A comparison needs a field."
      : null;
  }
  if (compared.length !== 1) return "Compare with exactly one of is, like, matches and empty.";
  if ((condition.field === "custom") !== (condition.name !== undefined)) {
    return "Name the custom field, and no other field, with name.";
  }
  return null;
}

/** Whether a value is nested deeper than conditions may be; looked at before anything recurses. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  // A condition is an object in a list: two levels each, and the texts it compares with.
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levelsAround + 2 * deepest) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

/** How many texts a condition compares with in the worst case. */
export function sizeOf({ all, any, not, is, like }: Condition): number {
  const parts = [...(all ?? []), ...(any ?? []), ...(not ? [not] : [])];
  const own = Math.max(is?.length ?? 0, like?.length ?? 0, 1);
  return parts.length > 0 ? parts.reduce((sum, part) => sum + sizeOf(part), 0) : own;
}
