import { findMembership } from "@/db/queries/memberships";
import { findPerson } from "@/db/queries/people";
import type { MembershipRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { MemberActor } from "@/lib/rights/actor";
import type { Accounts } from "./caller";
import type { Context } from "./context";
import { notSignedIn } from "./rights";

/** Errors: `not_found` on a machine without accounts, where there is nobody to sign in. */
export function requireAccounts(ctx: Context): Accounts {
  const { identity } = ctx;
  if (identity === null) {
    throw new AppError("not_found", "This server has no accounts: ACCOUNTS is not switched on.");
  }
  return { ...ctx, identity };
}

/** The member who is signed in, not a token of theirs. Errors: `unauthorized`, `forbidden`. */
export function requireMember(ctx: Context): Accounts & { actor: MemberActor } {
  const accounts = requireAccounts(ctx);
  const { actor } = ctx;
  if (actor.kind === "member") return { ...accounts, actor };
  if (actor.kind === "nobody" || actor.kind === "link") throw notSignedIn();
  throw new AppError("forbidden", "This needs a person who is signed in, not a token.");
}

/** The membership of this workspace. Errors: `not_found`. */
export async function requireMembership(
  ctx: Context,
  db: Context["db"],
  personId: string,
): Promise<MembershipRow> {
  const { workspaceId } = ctx.actor;
  const row = await findMembership(db, { workspaceId, personId });
  if (!row) throw new AppError("not_found", "There is no such member.");
  return row;
}

/** A person's name as it is now, for the log: it is told there also once the person has gone. */
export async function nameOf(db: Context["db"], personId: string): Promise<string> {
  return (await findPerson(db, personId))?.name ?? personId;
}
