import {
  doublePrecision,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { categories } from "@/lib/domain/category";
import { becauses, type Evidence } from "@/lib/domain/classification";
import { kinds } from "@/lib/domain/kind";
import { instant, workspaceId } from "./columns";
import { workItems } from "./items";

/** The present answer for each item. No row: not classified yet or nothing said what it is. */
export const classifications = pgTable(
  "classifications",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    category: text("category", { enum: categories }).notNull(),
    kind: text("kind", { enum: kinds }),
    because: text("because", { enum: becauses }).notNull(),
    confidence: doublePrecision("confidence").notNull(),
    evidence: jsonb("evidence").$type<Evidence[]>().notNull(),
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
    toCategory: text("to_category", { enum: categories }),
    toKind: text("to_kind", { enum: kinds }),
    because: text("because", { enum: becauses }),
    evidence: jsonb("evidence").$type<Evidence[]>().notNull(),
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
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId] }),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);
