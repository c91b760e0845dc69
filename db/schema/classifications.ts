import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { categories } from "@/lib/domain/category";
import {
  becauses,
  type Evidence,
  type Override,
  type Suggestion,
} from "@/lib/domain/classification";
import { kinds } from "@/lib/domain/kind";
import { instant, workspaceId } from "./columns";
import { workItems } from "./items";
import { products } from "./products";

/** The present answer for each item. No row: not classified yet. Without a category: unclassified. */
export const classifications = pgTable(
  "classifications",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    category: text("category", { enum: categories }),
    kind: text("kind", { enum: kinds }),
    because: text("because", { enum: becauses }),
    confidence: doublePrecision("confidence"),
    evidence: jsonb("evidence").$type<Evidence[]>().notNull(),
    suggestion: jsonb("suggestion").$type<Suggestion>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId] }),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

/** The second journal: every change of an item's classification, with its time and reason. */
export const classificationChanges = pgTable(
  "classification_changes",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    fromCategory: text("from_category", { enum: categories }),
    fromKind: text("from_kind", { enum: kinds }),
    toCategory: text("to_category", { enum: categories }),
    toKind: text("to_kind", { enum: kinds }),
    because: text("because", { enum: becauses }),
    confidence: doublePrecision("confidence"),
    evidence: jsonb("evidence").$type<Evidence[]>().notNull(),
    /** The first look at the item: not a change of what was known before. */
    initial: boolean("initial").notNull().default(false),
    /** Who caused it; null where a sync or a reclassification did. */
    actor: text("actor"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

/** What people decided. It beats every other layer and survives every sync. */
export const overrides = pgTable(
  "overrides",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    category: text("category", { enum: categories }).notNull(),
    kind: text("kind", { enum: kinds }),
    reason: text("reason"),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
    /** The batch it was set with, which can be taken back as a whole. */
    batchId: uuid("batch_id"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId] }),
    // What was decided since an instant, as a meeting asks.
    index("overrides_at").on(table.workspaceId, table.at),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

/** Many items that a person decided at once. */
export const overrideBatches = pgTable(
  "override_batches",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** What a batch replaced, so that taking it back restores it; null where there was no override. */
export const overrideBatchItems = pgTable(
  "override_batch_items",
  {
    workspaceId: workspaceId(),
    batchId: uuid("batch_id").notNull(),
    itemId: uuid("item_id").notNull(),
    previous: jsonb("previous").$type<StoredOverride>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.batchId, table.itemId] }),
    foreignKey({
      columns: [table.workspaceId, table.batchId],
      foreignColumns: [overrideBatches.workspaceId, overrideBatches.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

/** An override as JSON: its instant is ISO 8601 text. */
export type StoredOverride = Omit<Override, "at"> & { at: string; batchId: string | null };

/** Which stored item is whose parent: what `parent_key` means, looked up in the product. */
export const itemParents = pgTable(
  "item_parents",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    parentId: uuid("parent_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId] }),
    index("item_parents_children").on(table.workspaceId, table.parentId),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.parentId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

/** Who contested an item's category, why, and how that ended. */
export const disputes = pgTable(
  "disputes",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    id: uuid("id").notNull(),
    reason: text("reason").notNull(),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
    settledAt: instant("settled_at"),
    settledBy: text("settled_by"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.id] }),
    // An item is contested or it is not: one open dispute at a time.
    uniqueIndex("disputes_one_open")
      .on(table.workspaceId, table.itemId)
      .where(sql`settled_at is null`),
    index("disputes_settled_at").on(table.workspaceId, table.settledAt),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

export type DisputeRow = typeof disputes.$inferSelect;
