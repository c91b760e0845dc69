import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, workspaceId } from "./columns";
import { sources } from "./sources";

/** What the tracker sent, verbatim: the layer that everything else can be derived from again. */
export const rawRecords = pgTable(
  "raw_records",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    externalId: text("external_id").notNull(),
    /** JSON as text: jsonb would refuse an escaped NUL and reorder keys. */
    payload: text("payload").notNull(),
    fetchedAt: instant("fetched_at").notNull(),
    /** The last full walk that saw it: what a finished full walk did not see may be gone. */
    seenByWalk: uuid("seen_by_walk"),
    /** When it was found gone upstream; null again as soon as it is met again. */
    goneAt: instant("gone_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId, table.externalId] }),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
  ],
);

/** Records that could not become work items, listed with the reason rather than skipped. */
export const refusedRecords = pgTable(
  "refused_records",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    externalId: text("external_id").notNull(),
    reason: text("reason").notNull(),
    refusedAt: instant("refused_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId, table.externalId] }),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
  ],
);
