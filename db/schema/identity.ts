import { boolean, index, integer, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Who people are, in a schema of its own: Better Auth rules there, with its names and its ids. One
 * person may belong to several workspaces, so nothing here bears one.
 */
export const identity = pgSchema("identity");

export const people = identity.table("people", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull(),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** The token in a cookie is signed besides: who reads this table cannot make one. */
export const sessions = identity.table(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("sessions_person").on(table.userId)],
);

/** How a person can sign in: a password's hash, or an account elsewhere. */
export const logins = identity.table(
  "logins",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("logins_person").on(table.userId),
    uniqueIndex("logins_account").on(table.providerId, table.accountId),
  ],
);

/** What is under way between here and where a person signs in elsewhere. */
export const verifications = identity.table(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);

/** Attempts that were let through, per account and per address, named by a hash. */
export const attempts = identity.table(
  "attempts",
  {
    id: text("id").primaryKey(),
    bucket: text("bucket").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index("attempts_bucket").on(table.bucket, table.at),
    // By which the old ones are forgotten, at each attempt.
    index("attempts_at").on(table.at),
  ],
);

/**
 * Who asked for a new password, whether or not there is such an account: one row an e-mail address.
 * The link's secret is made when the mail is sent, and only its hash is kept.
 */
export const passwordResets = identity.table(
  "password_resets",
  {
    email: text("email").primaryKey(),
    askedAt: instant("asked_at").notNull(),
    /** The address that the request came from. */
    askedFrom: text("asked_from").notNull(),
    attempts: integer("attempts").notNull(),
    /** When the mail is to be sent, or tried again; null where it is sent. */
    dueAt: instant("due_at"),
    leaseOwner: text("lease_owner"),
    leaseUntil: instant("lease_until"),
    secretHash: text("secret_hash").unique(),
    /** Until when the link can be used. */
    expiresAt: instant("expires_at"),
  },
  (table) => [index("password_resets_due").on(table.dueAt)],
);

export type PersonRow = typeof people.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
export type PasswordResetRow = typeof passwordResets.$inferSelect;
