import { z } from "zod";
import { categories, categoryOrNone } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { groupings } from "@/lib/domain/grouping";
import { kinds } from "@/lib/domain/kind";
import { mostTeamsAsked } from "@/lib/domain/team";
import { itemEventTypes, itemStates, resolutions } from "@/lib/domain/work-item";
import { evidenceSchema, suggestionSchema } from "./classification";
import {
  dateSchema,
  idSchema,
  instantSchema,
  listOf,
  manyOf,
  pageOf,
  repeatedId,
  repeatedText,
  searchText,
} from "./common";

/** What narrows by the fields of an item. */
export const fieldFilterShape = {
  category: manyOf(categoryOrNone),
  kind: manyOf(kinds),
  because: manyOf(becauses),
  state: manyOf(itemStates),
  source: repeatedId(100),
  label: repeatedText,
  assignee: repeatedText,
  component: repeatedText,
  milestone: repeatedText,
  sprint: repeatedText,
  /** The key of what an item is a part of, at any depth. */
  epic: repeatedText,
  estimated: z.enum(["yes", "no"]).optional(),
  /** Whether its effort is known. */
  measured: z.enum(["yes", "no"]).optional(),
  q: searchText.optional(),
  contested: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")], {
      error: "Say true or false.",
    })
    .optional(),
};

/** The filters that narrow items and the balance alike, so that a bar and its list agree. */
export const itemFilterShape = {
  ...fieldFilterShape,
  /** Items that the saved filter of one of these teams holds. */
  team: repeatedId(mostTeamsAsked),
};

/**
 * The answer is as it was known at an instant, or at the end of a day in the product's time zone:
 * replayed from both journals.
 */
export const asKnownAtSchema = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "Give a day or an instant, such as 2026-03-03 or 2026-03-03T12:00:00Z.",
  })
  .optional();

export const exportFormats = ["json", "csv", "ndjson"] as const;

/** Dates name days in the product's time zone; `…To` days are included. */
export const listItemsSchema = z.strictObject({
  ...itemFilterShape,
  doneFrom: dateSchema.optional(),
  doneTo: dateSchema.optional(),
  openedFrom: dateSchema.optional(),
  openedTo: dateSchema.optional(),
  /** Items that were still open at the end of this day. */
  openOn: dateSchema.optional(),
  /** With `group`: items of one of these groups; with `groupNot`: of others; alone: of none. */
  groupBy: z.enum(groupings).optional(),
  group: repeatedText,
  groupNot: repeatedText,
  asKnownAt: asKnownAtSchema,
  ...pageOf(50),
  format: z.enum(exportFormats).default("json"),
});
export type ListItems = z.output<typeof listItemsSchema>;

/** Who contests an item's category, since when and why. */
export const openDisputeSchema = z.object({
  reason: z.string(),
  actor: z.string(),
  at: instantSchema,
});
export type OpenDispute = z.infer<typeof openDisputeSchema>;

export const itemSchema = z.object({
  id: idSchema,
  source: idSchema,
  key: z.string(),
  number: z.int().nullable(),
  url: z.string(),
  title: z.string(),
  state: z.enum(itemStates),
  resolution: z.enum(resolutions).nullable(),
  type: z.string().nullable(),
  labels: z.array(z.string()),
  components: z.array(z.string()),
  /** The sprint it is in, or was in last. */
  sprint: z.string().nullable(),
  milestone: z.string().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  removedAt: instantSchema.nullable(),
  points: z.number().nullable(),
  /** Days in progress until it was last closed; null while it is open, or where nothing tells. */
  effortDays: z.number().nullable(),
  author: z.string().nullable(),
  assignee: z.string().nullable(),
  assignees: z.array(z.string()),
  parentKey: z.string().nullable(),
  /** Null is unclassified. */
  category: z.enum(categories).nullable(),
  kind: z.enum(kinds).nullable(),
  because: z.enum(becauses).nullable(),
  confidence: z.number().nullable(),
  evidence: z.array(evidenceSchema),
  /** What the text model would say of an unclassified item; null where it decided or is silent. */
  suggestion: suggestionSchema.nullable(),
  /** Somebody contests the category, and nobody has settled it yet. */
  contested: z.boolean(),
  dispute: openDisputeSchema.nullable(),
});
export type Item = z.infer<typeof itemSchema>;

/** `total` counts the whole filtered set, not the page. */
export const itemListSchema = listOf(itemSchema).extend({ total: z.int() });
export type ItemList = z.infer<typeof itemListSchema>;

export const classificationChangeSchema = z.object({
  at: instantSchema,
  fromCategory: z.enum(categories).nullable(),
  fromKind: z.enum(kinds).nullable(),
  toCategory: z.enum(categories).nullable(),
  toKind: z.enum(kinds).nullable(),
  because: z.enum(becauses).nullable(),
  evidence: z.array(evidenceSchema),
  actor: z.string().nullable(),
});

export const itemEventSchema = z.object({
  type: z.enum(itemEventTypes),
  at: instantSchema,
  detail: z.string().nullable(),
});

export const disputeSchema = openDisputeSchema.extend({
  /** Null while it is open. */
  settledAt: instantSchema.nullable(),
  settledBy: z.string().nullable(),
});

export const contestItemSchema = z.strictObject({
  reason: z.string().trim().min(1, "Say why the category is contested.").max(2000),
});

export const itemDetailSchema = itemSchema.extend({
  body: z.string().nullable(),
  events: z.array(itemEventSchema),
  classificationChanges: z.array(classificationChangeSchema),
  /** All that was ever contested, oldest first. */
  disputes: z.array(disputeSchema),
});
export type ItemDetail = z.infer<typeof itemDetailSchema>;

export const setCategorySchema = z.strictObject({
  category: z.enum(categories),
  kind: z.enum(kinds).optional(),
  reason: z.string().trim().max(2000).optional(),
});
export type SetCategory = z.input<typeof setCategorySchema>;
