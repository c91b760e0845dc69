import type { z } from "zod";
import type { signInSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import { type Accounts, type Caller, isKnown, knownCookie } from "./caller";
import type { Context } from "./context";
import { letAttempt } from "./let-attempt";
import { requireAccounts } from "./require-accounts";

type Given = z.output<typeof signInSchema> & { caller: Caller };
type Begun = { personId: string; cookies: string[] };

/**
 * Begins a session. Errors: `unauthorized` in the same words and time whether there is such an
 * account; `rate_limited`.
 */
export async function signIn({
  ctx,
  input: { caller, ...given },
}: {
  ctx: Context;
  input: Given;
}): Promise<Begun> {
  const accounts = requireAccounts(ctx);
  const { email } = given;
  const { address } = caller;
  await letAttempt(ctx, { email, address, known: isKnown(accounts, caller, email) });
  return beginSession(accounts, { ...given, caller });
}

/**
 * The same without a limit: for a password that was set just now, of which there is nothing to guess.
 * Errors: `unauthorized`.
 */
export async function beginSession(
  accounts: Accounts,
  { email, password, caller: { address, headers } }: Given,
): Promise<Begun> {
  const userAgent = (headers.get("user-agent") ?? "").slice(0, 300);
  const session = await accounts.identity.signIn({ email, password, address, userAgent });
  if (!session) throw new AppError("unauthorized", "This e-mail and password do not go together.");
  return { ...session, cookies: [...session.cookies, knownCookie(accounts, email)] };
}
