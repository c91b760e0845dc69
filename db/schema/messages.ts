import { sql } from "drizzle-orm";
import {
  date,
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
import { messageStates } from "@/lib/domain/digest";
import { instant, workspaceId } from "./columns";
import { products } from "./products";

/** Where a product's messages go: at most one a product. */
export const productWebhooks = pgTable(
  "product_webhooks",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    /** The whole address, sealed: whoever knows it can write there. */
    url: text("url").notNull(),
    /** What is shown of it. */
    host: text("host").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Of the last message that was sent, or tried. */
    lastAt: instant("last_at"),
    /** Why that one did not arrive; null where it did. */
    lastFault: text("last_fault"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.productId] }),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** What was and is to be told to a product's webhook, each thing once. */
export const messages = pgTable(
  "messages",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    /** What it tells: a trigger's key, or the day of a digest. */
    key: text("key").notNull(),
    /** The reference that its text ends with, by which one that came twice is known. */
    reference: text("reference").notNull(),
    text: text("text").notNull(),
    state: text("state", { enum: messageStates }).notNull(),
    attempts: integer("attempts").notNull(),
    /** When it is to be sent, or tried again. */
    dueAt: instant("due_at").notNull(),
    leaseOwner: uuid("lease_owner"),
    leaseUntil: instant("lease_until"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    fault: text("fault"),
  },
  (table) => [
    // The same thing is never told a second time.
    primaryKey({ columns: [table.workspaceId, table.productId, table.key] }),
    index("messages_due").on(table.dueAt).where(sql`${table.state} = 'queued'`),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** The digests as they were made; none is ever changed. */
export const digests = pgTable(
  "digests",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    /** The day it is of: the first after the days that it tells of. */
    day: date("day").notNull(),
    /** As the contract's digest. */
    content: jsonb("content").$type<object>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // One a day, whichever process makes it.
    uniqueIndex("digests_day").on(table.workspaceId, table.productId, table.day),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

export type ProductWebhookRow = typeof productWebhooks.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;
export type DigestRow = typeof digests.$inferSelect;
