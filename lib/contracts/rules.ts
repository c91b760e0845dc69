import { z } from "zod";
import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
import { categories } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { kinds } from "@/lib/domain/kind";
import { evidenceSchema } from "./classification";
import { idSchema, instantSchema, listOf, pageOf } from "./common";

const version = z.int().min(0);
const note = z.string().trim().max(500);

/** `expectedVersion` is the one that was edited: where another was saved since, nothing is. */
export const saveRulesSchema = z.strictObject({
  expectedVersion: version,
  ruleSet: ruleSetSchema,
  note: note.optional(),
});
export type SaveRules = z.input<typeof saveRulesSchema>;

export const restoreRulesSchema = z.strictObject({ expectedVersion: version });

export const reclassificationSchema = z.object({
  /** The version that the items are being decided by. */
  rulesVersion: version,
  /** Whether it is made because the text model has learnt from corrections; the rules stay. */
  learns: z.boolean(),
  done: z.int(),
  total: z.int(),
  /** Answers that change; before the end, those found so far. */
  changed: z.int(),
  startedAt: instantSchema,
  /** Null while it is under way: every figure still shows the version before. */
  finishedAt: instantSchema.nullable(),
});

export const rulesVersionSchema = z.object({
  /** 0 is the set that every product begins with. */
  version,
  ruleSet: ruleSetSchema,
  note: z.string().nullable(),
  restoredFrom: version.nullable(),
  /** Null for version 0. */
  actor: z.string().nullable(),
  createdAt: instantSchema.nullable(),
});

/** The latest version, which is the one to edit. */
export const rulesSchema = rulesVersionSchema.extend({
  /** The version that the figures show. */
  activeVersion: version,
  /** The latest walk over all items; null before the first. */
  reclassification: reclassificationSchema.nullable(),
});
export type Rules = z.output<typeof rulesSchema>;

export const listRuleVersionsSchema = z.strictObject(pageOf(50));
export const rulesVersionListSchema = listOf(
  rulesVersionSchema.omit({ ruleSet: true }).extend({ rules: z.int() }),
);
export type RulesComparison = z.output<typeof rulesComparisonSchema>;
export type RulesVersionList = z.output<typeof rulesVersionListSchema>;
export type RulesVersion = z.output<typeof rulesVersionSchema>;

const versionInQuery = z.coerce.number().int().min(0);
export const compareRulesSchema = z.strictObject({ from: versionInQuery, to: versionInQuery });

const ruleSchema = z.object({ id: z.string(), name: z.string() }).loose();
export const rulesComparisonSchema = z.object({
  added: z.array(ruleSchema),
  removed: z.array(ruleSchema),
  changed: z.array(z.object({ before: ruleSchema, after: ruleSchema })),
  /** Positions, from 0, among the rules that both versions have. */
  moved: z.array(z.object({ id: z.string(), name: z.string(), from: z.int(), to: z.int() })),
  kinds: z.array(
    z.object({ kind: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  modelThreshold: z.object({ before: z.number(), after: z.number() }).nullable(),
});

export const previewRulesSchema = z.strictObject({
  ruleSet: ruleSetSchema,
  limit: z.int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});
export type PreviewRules = z.output<typeof previewRulesSchema>;

const answerSchema = z.object({
  category: z.enum(categories).nullable(),
  kind: z.enum(kinds).nullable(),
  because: z.enum(becauses).nullable(),
  evidence: z.array(evidenceSchema),
});

export const previewItemSchema = z.object({
  id: idSchema,
  key: z.string(),
  title: z.string(),
  closedAt: instantSchema.nullable(),
  points: z.number().nullable(),
  from: answerSchema,
  to: answerSchema,
});
export type PreviewItem = z.output<typeof previewItemSchema>;

export const previewMoveSchema = z.object({
  /** `YYYY-MM` in the product's time zone in which the items were done; null: still open. */
  month: z.string().nullable(),
  from: z.enum(categories).nullable(),
  to: z.enum(categories).nullable(),
  items: z.int(),
  points: z.number(),
  /** Items among them without an estimate. */
  unestimated: z.int(),
});
export type PreviewMove = z.output<typeof previewMoveSchema>;

/**
 * What saving a set would change, counting what the balance counts: no epics, no sub-tasks, nothing
 * that is gone upstream and was never done. `summary` is null on every page but the first.
 */
export const rulesPreviewSchema = z.object({
  summary: z
    .object({
      /** Items that were looked at. */
      looked: z.int(),
      /** Items whose category changes: the sum of `moves`. */
      moved: z.int(),
      /** Items that keep their category and change their kind. */
      kindOnly: z.int(),
      moves: z.array(previewMoveSchema),
      /** How many items each rule would decide. */
      matches: z.array(z.object({ ruleId: z.string(), items: z.int() })),
      /** What rules name and no item has. */
      warnings: z.array(z.object({ ruleId: z.string(), message: z.string() })),
    })
    .nullable(),
  items: z.array(previewItemSchema),
  nextCursor: z.string().nullable(),
});
export type RulesPreview = z.output<typeof rulesPreviewSchema>;
