import { AppError } from "@/lib/errors";
import type { ProviderName } from "@/lib/identity/sign-in-elsewhere";
import { type Accounts, type Caller, invitationCookie } from "./caller";
import type { Context } from "./context";
import { knownElsewhere } from "./known-elsewhere";
import { takeOfLimit } from "./limits";
import { requireAccounts } from "./require-accounts";
import { requireWayIn } from "./require-way-in";

type Wish = {
  provider: ProviderName;
  path: string;
  invitation: string | undefined;
  caller: Caller;
};

/**
 * Leads to where somebody signs in elsewhere, on to `path`, or into a workspace by `invitation`: an
 * account is made for whoever holds one, and for nobody else. The invitation waits in a cookie, so
 * that neither the database nor the provider learns of it. A browser in which somebody has signed in so
 * before is counted by that person, and not with its address: others there keep nobody out. Errors: `not_found` where it is not
 * valid or nobody signs in there; `unavailable` where the provider does not answer; `rate_limited`.
 */
export async function beginSignIn({
  ctx,
  input: { provider, path, invitation, caller },
}: {
  ctx: Context;
  input: Wish;
}): Promise<{ url: string; cookies: string[] }> {
  const accounts = requireAccounts(ctx);
  const { identity } = accounts;
  if (!identity.providers[provider]) {
    throw new AppError("not_found", "Nobody signs in there: it is not set up on this server.");
  }
  const isJoining = invitation !== undefined;
  if (isJoining) await requireWayIn(ctx, { invitation }, caller.address);
  else await letBegin(accounts, caller);
  const to = isJoining ? "/join" : path;
  const begun = await identity.beginElsewhere({ provider, path: to, signUp: isJoining });
  if (begun === null) {
    throw new AppError(
      "unavailable",
      "The sign-in there does not answer. Try again later, or sign in with e-mail and password.",
    );
  }
  const { url, cookies } = begun;
  return { url, cookies: [...cookies, invitationCookie(accounts, invitation ?? null)] };
}

async function letBegin(accounts: Accounts, caller: Caller): Promise<void> {
  const account = knownElsewhere(accounts, caller);
  const address = account === null ? caller.address : null;
  await takeOfLimit(accounts, "elsewhere", { account, address });
}
