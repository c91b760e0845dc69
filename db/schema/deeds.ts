import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { type DeedDetail, deedKinds } from "@/lib/domain/deed";
import { instant, workspaceId } from "./columns";

/**
 * Who did what. Rows are only added: a trigger refuses everything else. No foreign key, so that what
 * was done to something outlives it.
 */
export const deeds = pgTable(
  "deeds",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind", { enum: ["local", "member", "token"] }).notNull(),
    /** Null without accounts. */
    personId: text("person_id"),
    actorName: text("actor_name").notNull(),
    kind: text("kind", { enum: deedKinds }).notNull(),
    productId: uuid("product_id"),
    /** What it was done to, by id. */
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<DeedDetail>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("deeds_at").on(table.workspaceId, table.at, table.id),
  ],
);

export type DeedRow = typeof deeds.$inferSelect;
