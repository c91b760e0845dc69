import type { z } from "zod";
import type { Db } from "@/db/client";
import {
  acceptInvitation,
  countOwners,
  insertMembership,
  lockPeople,
  takeOwnerCode,
} from "@/db/queries/memberships";
import { findPersonByEmail, insertPerson } from "@/db/queries/people";
import { allWorkspaces } from "@/db/row-security";
import type { MembershipRow } from "@/db/schema";
import type { joinSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import type { Accounts, Caller } from "./caller";
import { workspaceCookie } from "./chosen-workspace";
import type { Context } from "./context";
import { codesAfter } from "./make-owner-code";
import { recordDeed } from "./record-deed";
import { requireAccounts } from "./require-accounts";
import { isOfOwner } from "./require-invitation";
import { requireWayIn } from "./require-way-in";
import { hashOf, readSecret } from "./secret-text";
import { beginSession, signIn } from "./sign-in";

type Wish = z.output<typeof joinSchema>;
type Person = { personId: string; name: string };
type Joining = Person & { passwordHash: string | null; email: string };

/**
 * Makes a member of whoever has an invitation or the code of the server's console: as who is signed
 * in, as the account whose password is given, or as a new one. All of it or nothing. Errors:
 * `not_found` where the invitation or code is none, used or over; as `signIn`; `unauthorized`.
 */
export async function joinWorkspace({
  ctx,
  input: { wish, caller },
}: {
  ctx: Context;
  input: { wish: Wish; caller: Caller };
}): Promise<{ cookies: string[] }> {
  const accounts = requireAccounts(ctx);
  await requireWayIn(ctx, wish, caller.address);
  const { identity } = accounts;
  const signedIn = await identity.personOf(caller.headers);
  if (wish.email === undefined || wish.password === undefined) {
    if (!signedIn) throw new AppError("unauthorized", "Sign in, or give an e-mail and a password.");
    const workspaceId = await enterWorkspace(accounts, wish, { ...signedIn, passwordHash: null });
    return { cookies: [workspaceCookie(identity, { ...signedIn, workspaceId })] };
  }
  const { email, password } = wish;
  const known = await findPersonByEmail(ctx.db, email);
  if (known) {
    const session = await signIn({ ctx, input: { email, password, caller } });
    const person = { personId: known.id, name: known.name, email, passwordHash: null };
    const workspaceId = await enterWorkspace(accounts, wish, person);
    return { cookies: await inWorkspace(accounts, session.cookies, workspaceId) };
  }
  const passwordHash = await identity.hash(password);
  const name = wish.name ?? email;
  await enterWorkspace(accounts, wish, {
    personId: crypto.randomUUID(),
    name,
    email,
    passwordHash,
  });
  // The invitation is used up: strangers who have used up the address's guesses must not come between.
  const { cookies } = await beginSession(accounts, { email, password, caller });
  return { cookies };
}

/** The cookies of a session that has just begun, which begins in the workspace that was joined. */
export async function inWorkspace(
  { identity }: Accounts,
  cookies: string[],
  workspaceId: string,
): Promise<string[]> {
  const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
  const session = await identity.personOf(new Headers({ cookie }));
  if (!session) throw new Error("The session that has just begun is none.");
  return [...cookies, workspaceCookie(identity, { ...session, workspaceId })];
}

/**
 * The last step alone, for whoever is proven to be a person; of which workspace they are now. Errors:
 * `not_found`, `conflict`.
 */
export async function enterWorkspace(ctx: Accounts, wish: Wish, person: Joining): Promise<string> {
  const { personId, name, email, passwordHash } = person;
  const at = ctx.now();
  // Who is signed in may come into a workspace that their connection does not see.
  return ctx.dbOf(allWorkspaces).transaction(async (tx) => {
    const standing = await takeStanding(tx, wish, { personId, at });
    const { workspaceId } = standing;
    if (passwordHash !== null) {
      await insertPerson(tx, { id: personId, name, email, passwordHash, at });
    }
    if (!(await insertMembership(tx, { ...standing, personId, createdAt: at }))) {
      throw new AppError("conflict", "You belong to this workspace already.");
    }
    const actor = { kind: "member" as const, name, personId, ...standing };
    const detail = {
      name,
      role: standing.role,
      by: wish.code === undefined ? "invitation" : "code",
    };
    const deed = { kind: "member.join" as const, productId: null, subject: personId, detail };
    await recordDeed({ ...ctx, actor: { ...actor, workspaceId } }, tx, deed);
    return workspaceId;
  });
}

/** Uses up what lets the person in: of two at once, one does. */
async function takeStanding(
  tx: Db,
  { invitation, code }: Wish,
  { personId, at }: { personId: string; at: Date },
): Promise<Pick<MembershipRow, "workspaceId" | "role" | "productRoles">> {
  if (code !== undefined) {
    const workspaceId = await takeOwnerCode(tx, { codeHash: hashOf(code), after: codesAfter(at) });
    if (workspaceId === null) throw noSuchWayIn();
    await lockPeople(tx, workspaceId);
    if ((await countOwners(tx, workspaceId)) > 0) throw noSuchWayIn();
    return { workspaceId, role: "owner", productRoles: {} };
  }
  const key = readSecret("invite", invitation ?? "");
  const row = key && (await acceptInvitation(tx, { ...key, personId, at }));
  if (!row) throw noSuchWayIn();
  const { workspaceId, role, productRoles } = row;
  await lockPeople(tx, workspaceId);
  if (!(await isOfOwner(tx, row))) throw noSuchWayIn();
  return { workspaceId, role, productRoles };
}

function noSuchWayIn(): AppError {
  return new AppError("not_found", "This invitation or code is not valid, or no longer.");
}
