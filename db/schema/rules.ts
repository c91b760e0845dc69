import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { categories } from "@/lib/domain/category";
import { becauses, type Evidence, type Suggestion } from "@/lib/domain/classification";
import { kinds } from "@/lib/domain/kind";
import { instant, workspaceId } from "./columns";
import { workItems } from "./items";
import { products } from "./products";

/** Every version of a product's rules as it was saved; none is ever changed. */
export const ruleSets = pgTable(
  "rule_sets",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    /** From 1; version 0 is the set that every product begins with. */
    version: integer("version").notNull(),
    /** Checked by its schema before it was stored. */
    content: jsonb("content").notNull(),
    note: text("note"),
    restoredFrom: integer("restored_from"),
    actor: text("actor").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    // Two who save over the same version: the second is refused.
    primaryKey({ columns: [table.workspaceId, table.productId, table.version] }),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** The latest walk over all items of a product; unfinished, it goes on after `after`. */
export const reclassifications = pgTable(
  "reclassifications",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    id: uuid("id").notNull(),
    /** What the items are decided by once it has ended. */
    rulesVersion: integer("rules_version").notNull(),
    /** The version of the corrections that the model has learnt by then. */
    learntVersion: integer("learnt_version").notNull().default(0),
    /** Whether that is why it is made: the model has learnt, and the rules are the same. */
    learns: boolean("learns").notNull().default(false),
    classifierVersion: text("classifier_version").notNull(),
    /** The last item that is done. */
    after: uuid("after").notNull(),
    done: integer("done").notNull(),
    total: integer("total").notNull(),
    changed: integer("changed").notNull(),
    actor: text("actor"),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.productId] }),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** Answers that an unfinished reclassification would change: nobody reads them before it ends. */
export const stagedClassifications = pgTable(
  "staged_classifications",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    productId: uuid("product_id").notNull(),
    category: text("category", { enum: categories }),
    kind: text("kind", { enum: kinds }),
    because: text("because", { enum: becauses }),
    confidence: doublePrecision("confidence"),
    evidence: jsonb("evidence").$type<Evidence[]>().notNull(),
    suggestion: jsonb("suggestion").$type<Suggestion>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId] }),
    index("staged_classifications_product").on(table.workspaceId, table.productId),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

export type RuleSetRow = typeof ruleSets.$inferSelect;
export type ReclassificationRow = typeof reclassifications.$inferSelect;
