import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
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
import {
  type AgreedShares,
  agreementActs,
  agreementStates,
  sides,
  stageSuggestions,
} from "@/lib/domain/agreement";
import { measures, units } from "@/lib/domain/balance";
import { instant, workspaceId } from "./columns";
import { products } from "./products";

/** The periods of a product's life. Days of one product's stages never overlap. */
export const stages = pgTable(
  "stages",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    name: text("name").notNull(),
    startsOn: date("starts_on").notNull(),
    /** The last day; null while it is open-ended. */
    endsOn: date("ends_on"),
    goals: text("goals").notNull(),
    /** The starting range it was made from. */
    suggestion: text("suggestion", { enum: stageSuggestions }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // Two stages cannot begin on one day; other overlaps are refused under the product's lock.
    uniqueIndex("stages_start").on(table.workspaceId, table.productId, table.startsOn),
    foreignKey({
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

/**
 * What the two sides negotiate for a stage: where it stands, which its steps tell in full. With
 * days of its own it is an exception. Terms are those of the latest version.
 */
export const agreements = pgTable(
  "agreements",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    productId: uuid("product_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    /** Null is the whole product. The team may be gone: its name stays. */
    teamId: uuid("team_id"),
    teamName: text("team_name"),
    /** Both null, or both days of an exception. */
    startsOn: date("starts_on"),
    endsOn: date("ends_on"),
    measure: text("measure", { enum: measures }).notNull(),
    unit: text("unit", { enum: units }).notNull(),
    reviewOn: date("review_on"),
    state: text("state", { enum: agreementStates }).notNull(),
    version: integer("version").notNull(),
    /** Whose version the latest is. */
    side: text("side", { enum: sides }).notNull(),
    shares: jsonb("shares").$type<AgreedShares>().notNull(),
    tolerance: doublePrecision("tolerance").notNull(),
    /** When both had accepted. */
    inForceAt: instant("in_force_at"),
    supersededAt: instant("superseded_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => {
    const team = sql`coalesce(${table.teamId}, '00000000-0000-0000-0000-000000000000'::uuid)`;
    return [
      primaryKey({ columns: [table.workspaceId, table.id] }),
      index("agreements_product").on(table.workspaceId, table.productId, table.createdAt),
      // At most one in force per stage and team.
      uniqueIndex("agreements_in_force")
        .on(table.workspaceId, table.stageId, team)
        .where(sql`${table.state} = 'in_force' and ${table.startsOn} is null`),
      // One talk at a time per stage and team, and one about an exception.
      uniqueIndex("agreements_proposed")
        .on(table.workspaceId, table.stageId, team)
        .where(sql`${table.state} = 'proposed' and ${table.startsOn} is null`),
      uniqueIndex("exceptions_proposed")
        .on(table.workspaceId, table.stageId, team)
        .where(sql`${table.state} = 'proposed' and ${table.startsOn} is not null`),
      // Goes with its product; a stage that an agreement names is never deleted by itself.
      foreignKey({
        columns: [table.workspaceId, table.stageId],
        foreignColumns: [stages.workspaceId, stages.id],
      }).onDelete("cascade"),
    ];
  },
);

/** Everything that was ever said about an agreement, in order. Rows are only added. */
export const agreementSteps = pgTable(
  "agreement_steps",
  {
    workspaceId: workspaceId(),
    agreementId: uuid("agreement_id").notNull(),
    number: integer("number").notNull(),
    act: text("act", { enum: agreementActs }).notNull(),
    side: text("side", { enum: sides }).notNull(),
    speaker: text("speaker").notNull(),
    /** Null without accounts. */
    personId: text("person_id"),
    /** True where one person may speak for both sides, so that two signatures may be one's. */
    local: boolean("local").notNull(),
    /** The version that it makes or answers. */
    version: integer("version").notNull(),
    shares: jsonb("shares").$type<AgreedShares>().notNull(),
    tolerance: doublePrecision("tolerance").notNull(),
    reason: text("reason"),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.agreementId, table.number] }),
    foreignKey({
      name: "agreement_steps_agreement_fk",
      columns: [table.workspaceId, table.agreementId],
      foreignColumns: [agreements.workspaceId, agreements.id],
    }).onDelete("cascade"),
  ],
);

export type StageRow = typeof stages.$inferSelect;
export type AgreementRow = typeof agreements.$inferSelect;
export type AgreementStepRow = typeof agreementSteps.$inferSelect;
