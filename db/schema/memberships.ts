import {
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { linkKinds, type ProductRole, roles, tokenScopes } from "@/lib/domain/role";
import { instant, workspaceId } from "./columns";
import { products, workspaces } from "./products";

type ProductRoles = Record<string, ProductRole>;

/** Who belongs to a workspace, as what. People's own rows are elsewhere, and are no tenant's. */
export const memberships = pgTable(
  "memberships",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    /** Null: only what `productRoles` gives. */
    role: text("role", { enum: roles }),
    /** What the person is in some products instead. */
    productRoles: jsonb("product_roles").$type<ProductRoles>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId] }),
    index("memberships_person").on(table.personId, table.createdAt),
    foreignKey({
      columns: [table.workspaceId],
      foreignColumns: [workspaces.workspaceId],
    }).onDelete("cascade"),
  ],
);

/** The code that makes the first owner: printed on the server's console, kept as a hash. */
export const ownerCodes = pgTable(
  "owner_codes",
  {
    workspaceId: workspaceId().primaryKey(),
    codeHash: text("code_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.workspaceId],
      foreignColumns: [workspaces.workspaceId],
    }).onDelete("cascade"),
  ],
);

/** Links by which people come in, each once. Only the hash of what the link holds is kept. */
export const invitations = pgTable(
  "invitations",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    secretHash: text("secret_hash").notNull(),
    /** For whom it was made, in the words of who made it. */
    note: text("note").notNull(),
    role: text("role", { enum: roles }),
    productRoles: jsonb("product_roles").$type<ProductRoles>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: text("accepted_by"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("invitations_secret").on(table.workspaceId, table.secretHash),
    foreignKey({
      columns: [table.workspaceId],
      foreignColumns: [workspaces.workspaceId],
    }).onDelete("cascade"),
  ],
);

/** What scripts sign in with. Goes with its person's membership. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    secretHash: text("secret_hash").notNull(),
    personId: text("person_id").notNull(),
    name: text("name").notNull(),
    scope: text("scope", { enum: tokenScopes }).notNull(),
    /** Null: every product that the person sees. */
    productIds: jsonb("product_ids").$type<string[] | null>(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("api_tokens_secret").on(table.workspaceId, table.secretHash),
    foreignKey({
      name: "api_tokens_membership_fk",
      columns: [table.workspaceId, table.personId],
      foreignColumns: [memberships.workspaceId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

/** What was shared with whoever has the link, and no more than that. */
export const shareLinks = pgTable(
  "share_links",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    secretHash: text("secret_hash").notNull(),
    productId: uuid("product_id").notNull(),
    kind: text("kind", { enum: linkKinds }).notNull(),
    meetingId: uuid("meeting_id"),
    /** What the balance is asked, as its address has it. */
    query: text("query"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("share_links_secret").on(table.workspaceId, table.secretHash),
    foreignKey({
      name: "share_links_product_fk",
      columns: [table.workspaceId, table.productId],
      foreignColumns: [products.workspaceId, products.id],
    }).onDelete("cascade"),
  ],
);

export type MembershipRow = typeof memberships.$inferSelect;
export type InvitationRow = typeof invitations.$inferSelect;
export type ApiTokenRow = typeof apiTokens.$inferSelect;
export type ShareLinkRow = typeof shareLinks.$inferSelect;
