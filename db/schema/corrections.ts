import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { balanceCategories } from "@/lib/domain/category";
import { instant, workspaceId } from "./columns";
import { workItems } from "./items";

/**
 * The journal a product's model is rebuilt from: what people decided, with the text that they
 * decided about, so that no later edit changes what was learnt. Rows are only added.
 */
export const corrections = pgTable(
  "corrections",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    productId: uuid("product_id").notNull(),
    /** Of the product's corrections; what was decided together shares one. */
    version: integer("version").notNull(),
    /** Null where it was taken back, or is no category of the balance. */
    category: text("category", { enum: balanceCategories }),
    title: text("title").notNull(),
    /** As much of it as the model reads. */
    body: text("body"),
    /** When the person decided, which is the order of learning. */
    at: instant("at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.version] }),
    index("corrections_product").on(table.workspaceId, table.productId, table.version),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);
