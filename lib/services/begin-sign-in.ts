import { AppError } from "@/lib/errors";
import type { ProviderName } from "@/lib/identity/sign-in-elsewhere";
import { invitationCookie } from "./caller";
import type { Context } from "./context";
import { requireAccounts } from "./require-accounts";
import { requireInvitation } from "./require-invitation";

/**
 * Leads to where somebody signs in elsewhere, on to `path`, or into a workspace by `invitation`: an
 * account is made for whoever holds one, and for nobody else. The invitation waits in a cookie, so
 * that neither the database nor the provider learns of it. Errors: `not_found` where it is not
 * valid or nobody signs in there; `unavailable` where the provider does not answer.
 */
export async function beginSignIn({
  ctx,
  input: { provider, path, invitation },
}: {
  ctx: Context;
  input: { provider: ProviderName; path: string; invitation: string | undefined };
}): Promise<{ url: string; cookies: string[] }> {
  const accounts = requireAccounts(ctx);
  const { identity } = accounts;
  if (!identity.providers[provider]) {
    throw new AppError("not_found", "Nobody signs in there: it is not set up on this server.");
  }
  const isJoining = invitation !== undefined;
  if (isJoining) await requireInvitation(ctx, { invitation });
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
