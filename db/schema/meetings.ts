import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Minutes } from "@/lib/domain/meeting";
import type { PlanScope } from "@/lib/domain/plan";
import { instant, workspaceId } from "./columns";
import { products } from "./products";

/**
 * A meeting: the numbers as they were known when it started, what was written during it, and, once
 * it is closed, what came of it. A closed one is never written again.
 */
export const meetings = pgTable(
  "meetings",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
    /** Grows with every change of the minutes: a change names the one that it was made from. */
    version: integer("version").notNull(),
    minutes: jsonb("minutes").$type<Minutes>().notNull(),
    /** The answers that are shown, in the contract's form, and what the meeting before left. */
    opening: jsonb("opening").$type<unknown>().notNull(),
    /** What was agreed, settled and planned; null while it is open. */
    closing: jsonb("closing").$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("meetings_product").on(table.workspaceId, table.productId, table.startedAt),
    // One open meeting of a product at a time.
    uniqueIndex("meetings_open")
      .on(table.workspaceId, table.productId)
      .where(sql`${table.closedAt} is null`),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** What a product's people mean to do next, one selection a product. */
export const plans = pgTable(
  "plans",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    /** A change names the version that it was made from. */
    version: integer("version").notNull(),
    scope: jsonb("scope").$type<PlanScope>().notNull(),
    /** The chosen items, which may be gone since. */
    chosen: jsonb("chosen").$type<string[]>().notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.productId] }),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

export type MeetingRow = typeof meetings.$inferSelect;
export type PlanRow = typeof plans.$inferSelect;
