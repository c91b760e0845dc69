import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { weekdays } from "@/lib/domain/balance";
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

export type ProductRow = typeof products.$inferSelect;
