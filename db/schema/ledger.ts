import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { rollupDimensions, rollupGrains } from "@/lib/domain/ledger";
import { workspaceId } from "./columns";
import { products } from "./products";

/**
 * What each counted item adds to the balance, by day of the product's time zone: derived from the
 * item, both journals and its classification, and written in the transaction that changes them. It
 * carries what is filtered by most, so that counting reads nothing else.
 */
export const ledger = pgTable(
  "ledger",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    day: date("day").notNull(),
    productId: uuid("product_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    opened: smallint("opened").notNull(),
    done: smallint("done").notNull(),
    /** Change of the stock: +1 opened or reopened, -1 closed or gone. */
    open: smallint("open").notNull(),
    /** One of the categories, or `unclassified`. */
    category: text("category").notNull(),
    /** Empty where the category has none. */
    kind: text("kind").notNull(),
    points: doublePrecision("points"),
    effortDays: numeric("effort_days"),
    /** The first it is assigned to. */
    assignee: text("assignee"),
    /** All others; null where there are none, as for most. */
    coAssignees: jsonb("co_assignees").$type<string[]>(),
    labels: jsonb("labels").$type<string[]>().notNull(),
    /** When the item was created, on the day that counts it as opened. */
    openedAt: timestamp("opened_at", { withTimezone: true }),
    /** On that day: whether the item is in the stock after all of its days. */
    isOpen: boolean("is_open").notNull().default(false),
    /** Days of 24 hours from created to closed, on the day that counts it as done. */
    leadDays: doublePrecision("lead_days"),
    /** On the day that counts it as opened: from when on every view of the past tells it as it is. */
    knownSince: timestamp("known_since", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.day] }),
    index("ledger_days").on(table.workspaceId, table.productId, table.day),
    index("ledger_sources").on(table.workspaceId, table.sourceId),
    // What no sum holds, combinations above all, is found by what two indexes have in common.
    index("ledger_assignees").on(table.workspaceId, table.productId, table.assignee, table.day),
    index("ledger_co_assignees")
      .using("gin", table.coAssignees)
      .where(sql`${table.coAssignees} is not null`),
    index("ledger_labels").using("gin", table.labels),
    // The stock as it is, by age: without it, every item would be asked when it was open.
    index("ledger_stock")
      .on(table.workspaceId, table.productId, table.category, table.openedAt, table.itemId)
      .where(sql`${table.isOpen}`),
    // What has changed since an instant, which is all that a view of the past has to replay.
    index("ledger_known_since")
      .on(table.workspaceId, table.productId, table.knownSince, table.itemId)
      .where(sql`${table.knownSince} is not null`),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/** The ledger added up, kept beside it in the same statement. A cell that came to nothing may stay. */
export const rollups = pgTable(
  "rollups",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    dimension: text("dimension", { enum: rollupDimensions }).notNull(),
    grain: text("grain", { enum: rollupGrains }).notNull(),
    /** The source, label or assignee; empty for all. */
    value: text("value").notNull(),
    /** First day of the grain. */
    start: date("start").notNull(),
    category: text("category").notNull(),
    kind: text("kind").notNull(),
    opened: integer("opened").notNull(),
    done: integer("done").notNull(),
    open: integer("open").notNull(),
    /** Exact: sums of estimates grow and shrink, and must come back to what they were. */
    openedPoints: numeric("opened_points").notNull(),
    donePoints: numeric("done_points").notNull(),
    openPoints: numeric("open_points").notNull(),
    /** Items among them without an estimate. */
    openedUnestimated: integer("opened_unestimated").notNull(),
    doneUnestimated: integer("done_unestimated").notNull(),
    openUnestimated: integer("open_unestimated").notNull(),
    /** Effort is known of what is done. */
    doneEffortDays: numeric("done_effort_days").notNull().default("0"),
    /** Items among those done that were never in progress. */
    doneUnmeasured: integer("done_unmeasured").notNull().default(0),
  },
  (table) => [
    primaryKey({
      name: "rollups_pk",
      columns: [
        table.workspaceId,
        table.productId,
        table.dimension,
        table.grain,
        table.value,
        table.start,
        table.category,
        table.kind,
      ],
    }),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);
