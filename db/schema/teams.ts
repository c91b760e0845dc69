import {
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, workspaceId } from "./columns";
import { products } from "./products";

/** A saved filter with a name: whose items a team's are. */
export const teams = pgTable(
  "teams",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    name: text("name").notNull(),
    /** What makes two names the same: without case. Folded by us, since databases disagree. */
    identity: text("identity").notNull(),
    /** Checked by its schema before it was stored. */
    filter: jsonb("filter").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // A name stands for one team of a product: the second is a conflict.
    uniqueIndex("teams_identity").on(table.workspaceId, table.productId, table.identity),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

export type TeamRow = typeof teams.$inferSelect;
