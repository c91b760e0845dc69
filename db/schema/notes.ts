import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { noteKinds } from "@/lib/domain/note";
import { instant, workspaceId } from "./columns";
import { products } from "./products";

/** What happened on a day of a product, in somebody's words: the context of its balance. */
export const notes = pgTable(
  "notes",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    /** A day of the product's time zone. */
    day: date("day").notNull(),
    kind: text("kind", { enum: noteKinds }).notNull(),
    text: text("text").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    /** When it was last changed; null where it stands as it was written. */
    editedAt: instant("edited_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("notes_days").on(table.workspaceId, table.productId, table.day),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

export type NoteRow = typeof notes.$inferSelect;
