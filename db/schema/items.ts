import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { itemEventTypes, itemStates, resolutions } from "@/lib/domain/work-item";
import { instant, workspaceId } from "./columns";
import { sources } from "./sources";

export const workItems = pgTable(
  "work_items",
  {
    workspaceId: workspaceId(),
    /** Derived from source and external id, so that a rebuild gives the same. */
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    externalId: text("external_id").notNull(),
    key: text("key").notNull(),
    number: integer("number"),
    url: text("url").notNull(),
    title: text("title").notNull(),
    body: text("body"),
    state: text("state", { enum: itemStates }).notNull(),
    resolution: text("resolution", { enum: resolutions }),
    originalResolution: text("original_resolution"),
    type: text("type"),
    status: text("status"),
    priority: text("priority"),
    labels: jsonb("labels").$type<string[]>().notNull(),
    components: jsonb("components").$type<string[]>().notNull().default([]),
    sprint: text("sprint"),
    milestone: text("milestone"),
    author: text("author"),
    assignee: text("assignee"),
    assignees: jsonb("assignees").$type<string[]>().notNull(),
    parentKey: text("parent_key"),
    isContainer: boolean("is_container").notNull().default(false),
    isSubtask: boolean("is_subtask").notNull().default(false),
    points: doublePrecision("points"),
    /** Hundredths of a day; exact, so that their sums are. */
    effortDays: numeric("effort_days"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    closedAt: instant("closed_at"),
    /** When it was found gone upstream; it keeps its past and leaves the present stock. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // Writes are upserts by the tracker's own id.
    uniqueIndex("work_items_external").on(table.workspaceId, table.sourceId, table.externalId),
    index("work_items_created").on(table.workspaceId, table.productId, table.createdAt, table.id),
    index("work_items_closed").on(table.workspaceId, table.productId, table.closedAt),
    // Parents are looked up by key, children by their parent's.
    index("work_items_key").on(table.workspaceId, table.productId, table.key),
    index("work_items_parent_key")
      .on(table.workspaceId, table.productId, table.parentKey)
      .where(sql`parent_key is not null`),
    foreignKey({
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
  ],
);

/** The first journal: what happened to an item upstream. */
export const itemEvents = pgTable(
  "item_events",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    at: instant("at").notNull(),
    type: text("type", { enum: itemEventTypes }).notNull(),
    detail: text("detail"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.at, table.type] }),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);

/** The sprints each item is or was in, each sprint as that item's record tells it. */
export const itemSprints = pgTable(
  "item_sprints",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    /** The tracker's own id. */
    sprintId: text("sprint_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    name: text("name").notNull(),
    board: text("board"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    completedAt: instant("completed_at"),
    /** When the item was last updated: of two records, the later one knows more of a sprint. */
    toldAt: instant("told_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.sprintId] }),
    // The sprints of a source are read one by one, each from the record that knows most.
    index("item_sprints_told").on(
      table.workspaceId,
      table.sourceId,
      table.sprintId,
      table.completedAt.desc().nullsLast(),
      table.startsAt.desc().nullsLast(),
      table.toldAt.desc(),
    ),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [workItems.workspaceId, workItems.id],
    }).onDelete("cascade"),
  ],
);
