import {
  bigint,
  boolean,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { weekdays } from "@/lib/domain/balance";
import { digestFrequencies } from "@/lib/domain/digest";
import { talkDefaults, triggerPeriods } from "@/lib/domain/trigger";
import { instant, workspaceId } from "./columns";

export const workspaces = pgTable("workspaces", {
  workspaceId: workspaceId().primaryKey(),
  name: text("name").notNull(),
  createdAt: instant("created_at").notNull(),
});

export const products = pgTable(
  "products",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull(),
    weekStart: text("week_start", { enum: weekdays }).notNull(),
    sample: boolean("sample").notNull(),
    /** Version of the classifier that the stored classifications come from. */
    classifierVersion: text("classifier_version").notNull(),
    /** The version of its rules that they come from. */
    rulesVersion: integer("rules_version").notNull().default(0),
    /** Grows with every change of what people decided, as far as a model can learn it. */
    correctionsVersion: integer("corrections_version").notNull().default(0),
    /** The version of the corrections that its model has learnt; the classifications come from it. */
    learntVersion: integer("learnt_version").notNull().default(0),
    /** How its ledger was derived; 0: not yet. */
    ledgerVersion: integer("ledger_version").notNull().default(0),
    digest: text("digest", { enum: digestFrequencies }).notNull().default(talkDefaults.digest),
    /** So many whole periods outside the band in a row ask for a talk. */
    outsidePeriods: integer("outside_periods").notNull().default(talkDefaults.outsidePeriods),
    outsidePeriod: text("outside_period", { enum: triggerPeriods })
      .notNull()
      .default(talkDefaults.outsidePeriod),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId],
      foreignColumns: [workspaces.workspaceId],
    }).onDelete("cascade"),
  ],
);

/**
 * Grows with every change of what a product's answers rest on, in the transaction that changes it:
 * what was read at one version is what would be read again. A table of its own, with no foreign key:
 * the product's row is locked by whoever deletes it, while writers hold what it would delete.
 */
export const productVersions = pgTable(
  "product_versions",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    version: bigint("version", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.productId] })],
);

export type ProductRow = typeof products.$inferSelect;
