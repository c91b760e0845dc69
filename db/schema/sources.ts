import { sql } from "drizzle-orm";
import {
  boolean,
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
import { countModes, runStates, sourceKinds, syncModes } from "@/lib/domain/source";
import { instant, workspaceId } from "./columns";
import { products } from "./products";

export const sources = pgTable(
  "sources",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    kind: text("kind", { enum: sourceKinds }).notNull(),
    /** What makes two connections the same place: lower-cased API address and repository. */
    identity: text("identity").notNull(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    apiUrl: text("api_url"),
    count: text("count", { enum: countModes }).notNull(),
    /** Whether a sub-task counts beside its parent. */
    countSubtasks: boolean("count_subtasks").notNull().default(false),
    /** What only this kind of connector needs, parsed by it. */
    settings: jsonb("settings").notNull(),
    /** Sealed; see lib/sync/credentials. */
    credential: text("credential"),
    /** Start of the last complete walk minus the overlap; null before the first. */
    watermark: instant("watermark"),
    lastSuccessAt: instant("last_success_at"),
    /** When a walk over everything last ended; the next is due a reconciliation interval later. */
    reconciledAt: instant("reconciled_at"),
    /** The connector's digest of what `since` cannot see, as it was before the last complete walk. */
    fingerprint: text("fingerprint"),
    /** The mapping that every stored item comes from; another one derives them from raw again. */
    mapping: text("mapping"),
    /** An unfinished derivation: by which mapping, and the last external id that is done. */
    derivingMapping: text("deriving_mapping"),
    derivedThrough: text("derived_through"),
    /** When the scheduler looks at it next; null waits for a person. */
    nextRunAt: instant("next_run_at"),
    /** When a person last changed what is read of each record: a walk begun before is no whole one. */
    rereadAfter: instant("reread_after"),
    /** When the tracker last said that something changed: what walked before did not see it. */
    wokenAt: instant("woken_at"),
    failuresInARow: integer("failures_in_a_row").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // One place is connected to a product once: connecting it again is a conflict.
    uniqueIndex("sources_identity").on(
      table.workspaceId,
      table.productId,
      table.kind,
      table.identity,
    ),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** An unfinished walk over a source. It outlives the run that began it, so the next goes on. */
export const sourceWalks = pgTable(
  "source_walks",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    id: uuid("id").notNull(),
    mode: text("mode", { enum: syncModes }).notNull(),
    since: instant("since"),
    startedAt: instant("started_at").notNull(),
    /** Written in the transaction that stores the page before it. */
    checkpoint: text("checkpoint"),
    fetched: integer("fetched").notNull(),
    total: integer("total"),
    /** When its last page was stored: what is left is to find what is gone. */
    walkedAt: instant("walked_at"),
    fingerprint: text("fingerprint"),
    /** How often the tracker forgot the checkpoint and the walk began again. */
    restarts: integer("restarts").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId] }),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
  ],
);

export const syncRuns = pgTable(
  "sync_runs",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    sourceId: uuid("source_id").notNull(),
    mode: text("mode", { enum: syncModes }).notNull(),
    state: text("state", { enum: runStates }).notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    fetched: integer("fetched").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    removed: integer("removed").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** One sentence for the person; never an upstream body. */
    error: text("error"),
    /** The process that works on it, and until when it has said so, by the database's clock. */
    leaseOwner: text("lease_owner"),
    leaseUntil: instant("lease_until"),
    /** While queued: not before this, because a rate limit lasts. */
    pausedUntil: instant("paused_until"),
    /** When a job was last sent for it; one that nobody took is sent again. */
    jobSentAt: instant("job_sent_at").notNull().defaultNow(),
    /** Claims in a row that stored nothing: what keeps killing its process is given up. */
    fruitlessClaims: integer("fruitless_claims").notNull().default(0),
    claimedAt: instant("claimed_at"),
    /** `fetched` when it was claimed, to tell the pace of this claim. */
    fetchedAtClaim: integer("fetched_at_claim").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // One run of a source at a time, across processes.
    uniqueIndex("sync_runs_one_live")
      .on(table.workspaceId, table.sourceId)
      .where(sql`state in ('queued', 'running')`),
    index("sync_runs_live").on(table.state, table.leaseUntil).where(sql`finished_at is null`),
    index("sync_runs_latest").on(table.workspaceId, table.sourceId, table.startedAt),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
  ],
);

export type SourceRow = typeof sources.$inferSelect;
export type WalkRow = typeof sourceWalks.$inferSelect;
export type RunRow = typeof syncRuns.$inferSelect;
