import { z } from "zod";
import { categories } from "@/lib/domain/category";
import { defaultCategoryOfKind, type Kind, kinds } from "@/lib/domain/kind";
import { conditionSchema, isTooDeep, sizeOf } from "./condition";

export const ruleSetFormat = "backlog-balance/rules";
/** Raised when an older product could not read what a newer one writes. */
export const ruleSetFormatVersion = 1;

const mostRules = 200;
/** Comparisons of a whole set: what classifying a million items has to afford. */
const mostComparisons = 2000;

const actionSchema = z.discriminatedUnion(
  "action",
  [
    /** Its category; without one, the category its kind counts for. */
    z.strictObject({
      action: z.literal("classify"),
      category: z.enum(categories).optional(),
      kind: z.enum(kinds).optional(),
    }),
    /** No decision, by rule: the item stays unclassified, and no later layer decides either. */
    z.strictObject({ action: z.literal("leave_unclassified") }),
    /** No rule decides: labels, type, title, parent and model may. */
    z.strictObject({ action: z.literal("skip_rules") }),
  ],
  "Say what to do: classify, leave_unclassified or skip_rules.",
);

const ruleSchema = z.strictObject({
  /** Stays with the rule through all versions, so that they can be compared. */
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1, "Give the rule a name.").max(200),
  enabled: z.boolean().default(true),
  when: conditionSchema,
  decide: actionSchema,
});
export type Rule = z.output<typeof ruleSchema>;

const kindsMapSchema = z.partialRecord(z.enum(kinds), z.enum(categories));
export type KindsMap = z.output<typeof kindsMapSchema>;

/** Everything a product decides about its classification, as one set that is versioned whole. */
export const ruleSetSchema = z.preprocess(
  refuseTooDeep,
  z
    .strictObject({
      format: z.literal(ruleSetFormat, "This is not a set of rules.").default(ruleSetFormat),
      formatVersion: z
        .literal(
          ruleSetFormatVersion,
          `These rules were written by another version of Backlog Balance: this one reads format ${ruleSetFormatVersion}.`,
        )
        .default(ruleSetFormatVersion),
      /** In order: the first that an item meets decides. */
      rules: z.array(ruleSchema).max(mostRules, `A set holds at most ${mostRules} rules.`),
      /** Kinds that count for another category here than by default. */
      kinds: kindsMapSchema.default({}),
      /** From this probability on, the text model's answer is taken. */
      modelThreshold: z.number().min(0.5).max(1).default(0.8),
    })
    .superRefine(({ rules, kinds: map }, context) => {
      const refuse = (message: string, path: (string | number)[]) =>
        context.addIssue({ code: "custom", message, path });
      const size = rules.reduce((sum, { when }) => sum + sizeOf(when), 0);
      if (size > mostComparisons) {
        refuse(`The rules make ${size} comparisons; ${mostComparisons} are allowed.`, ["rules"]);
      }
      const met = new Set<string>();
      const names = new Set<string>();
      for (const [index, rule] of rules.entries()) {
        if (met.has(rule.id)) refuse("Two rules have this id.", ["rules", index, "id"]);
        met.add(rule.id);
        // Items tell the rule that decided them by its name.
        if (names.has(rule.name)) refuse("Two rules have this name.", ["rules", index, "name"]);
        names.add(rule.name);
        const fault = faultOf(rule, map);
        if (fault !== null) refuse(fault, ["rules", index, "decide"]);
      }
    }),
);
export type RuleSet = z.output<typeof ruleSetSchema>;

/** What a kind counts for in a product. */
export function categoryOfKind(kind: Kind, map: KindsMap) {
  return map[kind] ?? defaultCategoryOfKind[kind];
}

function faultOf({ decide }: Rule, map: KindsMap): string | null {
  if (decide.action !== "classify") return null;
  const { category, kind } = decide;
  if (kind === undefined) return category === undefined ? "Give a category or a kind." : null;
  const counted = categoryOfKind(kind, map);
  if (category === undefined || category === counted) return null;
  return `The kind ${kind} belongs to ${counted}, not to ${category}.`;
}

function refuseTooDeep(value: unknown, context: z.RefinementCtx): unknown {
  if (!isTooDeep(value)) return value;
  context.addIssue({ code: "custom", message: "The conditions are nested too deeply." });
  return z.NEVER;
}
