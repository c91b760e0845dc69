import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, workspaceId } from "./columns";
import { sources } from "./sources";

/** What lets a source's tracker tell that something changed: at most one a source. */
export const webhooks = pgTable(
  "webhooks",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    /** Sealed; see lib/sync/credentials. */
    secret: text("secret").notNull(),
    createdAt: instant("created_at").notNull(),
    /** The last one whose signature was right. */
    lastDeliveryAt: instant("last_delivery_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId] }),
    // A delivery names its source alone.
    index("webhooks_source").on(table.sourceId),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
  ],
);

/** Deliveries of the last days, so that one that is sent again wakes nothing. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    /** The tracker's id of the delivery, or a digest of its body: a delivery leaves both. */
    mark: text("mark").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (table) => [
    // One that bears a known mark is a replay.
    primaryKey({ columns: [table.workspaceId, table.sourceId, table.mark] }),
    index("webhook_deliveries_age").on(table.workspaceId, table.sourceId, table.receivedAt),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [webhooks.workspaceId, webhooks.sourceId],
    }).onDelete("cascade"),
  ],
);

export type WebhookRow = typeof webhooks.$inferSelect;
