import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import {
  type InvitationRow,
  invitations,
  type MembershipRow,
  memberships,
  ownerCodes,
  people,
  workspaces,
} from "../schema";

type MemberKey = { workspaceId: string; personId: string };

const ofMember = ({ workspaceId, personId }: MemberKey) =>
  and(eq(memberships.workspaceId, workspaceId), eq(memberships.personId, personId));

/** A person's memberships, the oldest first. */
export function readMembershipsOf(db: Db, personId: string): Promise<MembershipRow[]> {
  return db
    .select()
    .from(memberships)
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.createdAt), asc(memberships.workspaceId));
}

/** The workspaces that a person belongs to, in the order of their memberships. */
export function listWorkspacesOf(
  db: Db,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: workspaces.workspaceId, name: workspaces.name })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.workspaceId, memberships.workspaceId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.createdAt), asc(memberships.workspaceId));
}

export async function findMembership(db: Db, key: MemberKey): Promise<MembershipRow | null> {
  const [row] = await db.select().from(memberships).where(ofMember(key));
  return row ?? null;
}

/** A workspace's members with their names, in the order in which they came. */
export function listMembersOf(db: Db, workspaceId: string) {
  return db
    .select({ membership: memberships, name: people.name, email: people.email })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(asc(memberships.createdAt), asc(memberships.personId));
}

/** Does nothing where the person belongs to the workspace already. */
export async function insertMembership(db: Db, row: MembershipRow): Promise<boolean> {
  const made = await db
    .insert(memberships)
    .values(row)
    .onConflictDoNothing()
    .returning({ personId: memberships.personId });
  return made.length > 0;
}

export async function updateMembership(
  db: Db,
  key: MemberKey,
  change: Pick<MembershipRow, "role" | "productRoles">,
): Promise<boolean> {
  const changed = await db
    .update(memberships)
    .set(change)
    .where(ofMember(key))
    .returning({ personId: memberships.personId });
  return changed.length > 0;
}

/** The member's tokens go with it. */
export async function deleteMembership(db: Db, key: MemberKey): Promise<boolean> {
  const deleted = await db
    .delete(memberships)
    .where(ofMember(key))
    .returning({ personId: memberships.personId });
  return deleted.length > 0;
}

export async function countOwners(db: Db, workspaceId: string): Promise<number> {
  const isOwner = and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "owner"));
  return db.$count(memberships, isOwner);
}

/** One change of a workspace's people at a time, until the transaction ends. */
export async function lockPeople(tx: Db, workspaceId: string): Promise<void> {
  await tx
    .select({ id: workspaces.workspaceId })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId))
    .for("update");
}

export async function findWorkspaceName(db: Db, workspaceId: string): Promise<string | null> {
  const [row] = await db
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId));
  return row?.name ?? null;
}

export async function writeWorkspaceName(tx: Db, workspaceId: string, name: string): Promise<void> {
  await tx.update(workspaces).set({ name }).where(eq(workspaces.workspaceId, workspaceId));
}

/** Puts a code in the place of the one before, which is worth nothing from then on. */
export async function writeOwnerCode(
  db: Db,
  row: { workspaceId: string; codeHash: string; createdAt: Date },
): Promise<void> {
  const { codeHash, createdAt } = row;
  await db
    .insert(ownerCodes)
    .values(row)
    .onConflictDoUpdate({ target: ownerCodes.workspaceId, set: { codeHash, createdAt } });
}

/** `after`: what was made before it is over. */
type CodeKey = { codeHash: string; after: Date };

const ofCode = ({ codeHash, after }: CodeKey) =>
  and(eq(ownerCodes.codeHash, codeHash), gt(ownerCodes.createdAt, after));

/** Takes the code out, once; the workspace that it was for, or null. */
export async function takeOwnerCode(db: Db, key: CodeKey): Promise<string | null> {
  const [row] = await db
    .delete(ownerCodes)
    .where(ofCode(key))
    .returning({ workspaceId: ownerCodes.workspaceId });
  return row?.workspaceId ?? null;
}

export async function hasOwnerCode(db: Db, key: CodeKey): Promise<boolean> {
  return (await db.$count(ownerCodes, ofCode(key))) > 0;
}

/** The workspace of a name that nobody belongs to; null where there is none. */
export async function findEmptyWorkspace(db: Db, name: string): Promise<string | null> {
  const [row] = await db
    .select({ id: workspaces.workspaceId })
    .from(workspaces)
    .leftJoin(memberships, eq(memberships.workspaceId, workspaces.workspaceId))
    .where(and(eq(workspaces.name, name), isNull(memberships.personId)))
    .limit(1);
  return row?.id ?? null;
}

export async function insertInvitation(db: Db, row: InvitationRow): Promise<void> {
  await db.insert(invitations).values(row);
}

/** Invitations that were made, the newest first. */
export function listInvitationsOf(db: Db, workspaceId: string): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitations)
    .where(eq(invitations.workspaceId, workspaceId))
    .orderBy(sql`${invitations.createdAt} desc`, asc(invitations.id))
    .limit(200);
}

type SecretKey = { workspaceId: string; secretHash: string };

export async function findInvitation(db: Db, key: SecretKey): Promise<InvitationRow | null> {
  const { workspaceId, secretHash } = key;
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.secretHash, secretHash)));
  return row ?? null;
}

/** Marks it as used by the person, unless somebody has used it, or it is over. */
export async function acceptInvitation(
  db: Db,
  { workspaceId, secretHash, personId, at }: SecretKey & { personId: string; at: Date },
): Promise<InvitationRow | null> {
  const [row] = await db
    .update(invitations)
    .set({ acceptedAt: at, acceptedBy: personId })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.secretHash, secretHash),
        sql`${invitations.acceptedAt} is null`,
        sql`${invitations.expiresAt} > ${sql.param(at, invitations.expiresAt)}`,
      ),
    )
    .returning();
  return row ?? null;
}

export async function deleteInvitation(
  db: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<InvitationRow | null> {
  const [row] = await db
    .delete(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)))
    .returning();
  return row ?? null;
}
