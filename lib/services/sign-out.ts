import type { Context } from "./context";
import { requireAccounts } from "./require-accounts";

/** Ends the session of the request, if it has one. Gives the cookies that forget it. */
export function signOut({
  ctx,
  input: { headers },
}: {
  ctx: Context;
  input: { headers: Headers };
}): Promise<string[]> {
  return requireAccounts(ctx).identity.signOut(headers);
}
