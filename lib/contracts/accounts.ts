import { z } from "zod";
import { linkKinds, productRoles, roles, tokenScopes } from "@/lib/domain/role";
import { idSchema, instantSchema, writtenText } from "./common";

const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email("Give an e-mail address."))
  .transform((text) => text.toLowerCase());
const name = writtenText(100).min(1, "Give your name.");
const newPassword = z
  .string()
  .min(10, "A password has at least 10 characters.")
  .max(128, "A password has at most 128 characters.");
const password = z.string().min(1, "Give your password.").max(128);

export const signInSchema = z.strictObject({ email, password });

/** By an invitation, or by the code on the server's console: as who is signed in, or as given. */
export const joinSchema = z
  .strictObject({
    invitation: z.string().min(1).max(200).optional(),
    code: z.string().trim().min(1).max(200).optional(),
    name: name.optional(),
    email: email.optional(),
    password: newPassword.optional(),
  })
  .refine(({ invitation, code }) => (invitation === undefined) !== (code === undefined), {
    path: ["code"],
    error: "Give an invitation or a code.",
  })
  .refine((given) => (given.email === undefined) === (given.password === undefined), {
    path: ["password"],
    error: "Give an e-mail address and a password.",
  });
export type Join = z.input<typeof joinSchema>;

export const changePasswordSchema = z.strictObject({ present: password, password: newPassword });

export const askForResetSchema = z.strictObject({ email });

/** `secret`: what the mail's link ends with. */
export const redeemResetSchema = z.strictObject({
  secret: z.string().min(1).max(200),
  password: newPassword,
});

export const chooseWorkspaceSchema = z.strictObject({ workspaceId: idSchema.toLowerCase() });

const workspaceName = writtenText(100).min(1, "Give the workspace a name.");

/** What the operator's command makes a workspace of. */
export const newWorkspaceSchema = z.strictObject({ name: workspaceName, ownerEmail: email });

export const renameWorkspaceSchema = z.strictObject({ name: workspaceName });

/** Ids are compared as texts where rights are told. */
const ownIdSchema = idSchema.toLowerCase();

const productRolesSchema = z.record(ownIdSchema, z.enum(productRoles));

const personSchema = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles).nullable(),
  productRoles: productRolesSchema,
});
const workspaceSchema = z.object({ id: idSchema, name: z.string() });
export const meSchema = personSchema.extend({
  /** The one that this session works in. */
  workspace: workspaceSchema,
  /** All that the person belongs to, the oldest first. */
  workspaces: z.array(workspaceSchema),
});
export type Me = z.output<typeof meSchema>;

export const sessionSchema = z.object({
  id: z.string(),
  present: z.boolean(),
  startedAt: instantSchema,
  expiresAt: instantSchema,
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
});
export const sessionListSchema = z.object({ items: z.array(sessionSchema) });
export type SessionList = z.output<typeof sessionListSchema>;

export const memberSchema = personSchema.extend({ joinedAt: instantSchema });
export const memberListSchema = z.object({ items: z.array(memberSchema) });
export type Member = z.output<typeof memberSchema>;
export type MemberList = z.output<typeof memberListSchema>;

const standing = {
  /** Null: only what the products give. */
  role: z.enum(roles).nullable(),
  productRoles: productRolesSchema.default({}),
};
export const changeMemberSchema = z.strictObject(standing);

const days = (most: number) => z.int().min(1).max(most);
export const createInvitationSchema = z.strictObject({
  ...standing,
  /** For whom it is. */
  note: writtenText(200).default(""),
  days: days(30).default(7),
});
export const invitationSchema = z.object({
  id: idSchema,
  note: z.string(),
  role: z.enum(roles).nullable(),
  productRoles: productRolesSchema,
  createdBy: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  acceptedAt: instantSchema.nullable(),
});
export const invitationListSchema = z.object({ items: z.array(invitationSchema) });
export const newInvitationSchema = invitationSchema.extend({ url: z.string() });
export type Invitation = z.output<typeof invitationSchema>;
export type InvitationList = z.output<typeof invitationListSchema>;
export type NewInvitation = z.output<typeof newInvitationSchema>;

export const createTokenSchema = z.strictObject({
  name: writtenText(100).min(1, "Give the token a name."),
  scope: z.enum(tokenScopes).default("read"),
  /** Absent: every product that its person sees. */
  productIds: z.array(ownIdSchema).min(1).max(100).nullable().default(null),
  /** Null: until it is revoked. */
  days: days(365).nullable().default(90),
});
export const tokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  person: z.string(),
  scope: z.enum(tokenScopes),
  productIds: z.array(idSchema).nullable(),
  createdAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  lastUsedAt: instantSchema.nullable(),
});
export const tokenListSchema = z.object({ items: z.array(tokenSchema) });
/** Shown this once. */
export const newTokenSchema = tokenSchema.extend({ token: z.string() });
export type Token = z.output<typeof tokenSchema>;
export type TokenList = z.output<typeof tokenListSchema>;
export type NewToken = z.output<typeof newTokenSchema>;

export const createLinkSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("meeting"), meetingId: idSchema, days: days(365).default(30) }),
  z.strictObject({
    kind: z.literal("balance"),
    productId: idSchema,
    /** What the balance is asked, as the query of its address. */
    query: z.string().max(2000).default(""),
    days: days(365).default(30),
  }),
]);
export const linkSchema = z.object({
  id: idSchema,
  kind: z.enum(linkKinds),
  productId: idSchema,
  meetingId: idSchema.nullable(),
  query: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  revokedAt: instantSchema.nullable(),
});
export const linkListSchema = z.object({ items: z.array(linkSchema) });
export const newLinkSchema = linkSchema.extend({ url: z.string() });
export type Link = z.output<typeof linkSchema>;
export type LinkList = z.output<typeof linkListSchema>;
export type NewLink = z.output<typeof newLinkSchema>;
