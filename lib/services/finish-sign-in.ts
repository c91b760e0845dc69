import { deletePerson } from "@/db/queries/people";
import type { SignInFailure } from "@/lib/domain/sign-in-failure";
import { AppError } from "@/lib/errors";
import type { SignedIn } from "@/lib/identity/identity";
import type { CameBack, ProviderName } from "@/lib/identity/sign-in-elsewhere";
import { type Accounts, type Caller, heldInvitation, invitationCookie } from "./caller";
import type { Context } from "./context";
import { enterWorkspace, inWorkspace } from "./join-workspace";
import { elsewhereCookie } from "./known-elsewhere";
import { requireAccounts } from "./require-accounts";
import { readSecret } from "./secret-text";

type Finished = { path: string; cookies: string[] };

/**
 * Takes what somebody comes back with from signing in elsewhere: a session begins, or, by the
 * invitation that it was begun with, a membership. `path` is the page that says what came of it.
 * An account that was made and leads nowhere is gone again.
 */
export async function finishSignIn({
  ctx,
  input: { provider, search, caller },
}: {
  ctx: Context;
  input: { provider: ProviderName; search: string; caller: Caller };
}): Promise<Finished> {
  const accounts = requireAccounts(ctx);
  const back = await accounts.identity.comeBack({ provider, search, ...caller });
  const invitation = heldInvitation(accounts, caller);
  const forget = invitationCookie(accounts, null);
  const isJoining = back.path.split("?")[0] === "/join";
  // Without its cookie, the way in that somebody began with is not known any more.
  const begun = isJoining ? joinPath(invitation) : back.path;
  if (back.failure !== null) {
    return { path: failedAt(begun, back.failure), cookies: [...back.cookies, forget] };
  }
  if (isJoining && invitation !== null) {
    const cookies = await enter(accounts, { back, invitation });
    if (cookies)
      return { path: "/", cookies: [...cookies, forget, ...(await known(accounts, back))] };
  }
  if (!back.isNew) {
    return { path: begun, cookies: [...back.cookies, forget, ...(await known(accounts, back))] };
  }
  await removeAgain(accounts, back);
  const path = invitation === null ? failedAt(begun, "not_begun_here") : begun;
  return { path, cookies: [forget] };
}

type Entry = { back: CameBack; invitation: string };

/** The cookies of the member's session; null where the invitation was used, taken back or over meanwhile. */
async function enter(ctx: Accounts, { back, invitation }: Entry): Promise<string[] | null> {
  const person = await ctx.identity.personOf(sessionHeaders(back));
  if (!person) return null;
  const workspaceId = await entered(ctx, { invitation, person, back });
  return workspaceId === null ? null : inWorkspace(ctx, back.cookies, workspaceId);
}

/** The workspace that the invitation leads to; null as above. Whatever else fails leaves no account. */
async function entered(
  ctx: Accounts,
  { invitation, person, back }: Entry & { person: SignedIn },
): Promise<string | null> {
  try {
    return await enterWorkspace(ctx, { invitation }, { ...person, passwordHash: null });
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    // Who belongs there already is where the invitation leads.
    const key = code === "conflict" ? readSecret("invite", invitation) : null;
    if (key) return key.workspaceId;
    if (code === "not_found") return null;
    if (back.isNew) await removeAgain(ctx, back);
    throw error;
  }
}

/** Lets the browser be known, so that others at its address do not keep the person from coming again. */
async function known(ctx: Accounts, back: CameBack): Promise<string[]> {
  const person = await ctx.identity.personOf(sessionHeaders(back));
  return person ? [elsewhereCookie(ctx, person.personId)] : [];
}

async function removeAgain({ identity, db }: Accounts, back: CameBack): Promise<void> {
  const person = await identity.personOf(sessionHeaders(back));
  if (person) await deletePerson(db, person.personId);
}

/** What the browser will send. */
function sessionHeaders({ cookies }: CameBack): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}

function joinPath(invitation: string | null): string {
  return invitation === null ? "/sign-in" : `/join?${new URLSearchParams({ invitation })}`;
}

function failedAt(path: string, failure: SignInFailure): string {
  return `${path}${path.includes("?") ? "&" : "?"}error=${failure}`;
}
