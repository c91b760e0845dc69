import type { z } from "zod";
import type { signInSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import { type Caller, isKnown, knownCookie } from "./caller";
import type { Context } from "./context";
import { letAttempt } from "./let-attempt";
import { requireAccounts } from "./require-accounts";

/**
 * Begins a session. Errors: `unauthorized` in the same words and time whether there is such an
 * account; `rate_limited`.
 */
export async function signIn({
  ctx,
  input: { caller, ...given },
}: {
  ctx: Context;
  input: z.output<typeof signInSchema> & { caller: Caller };
}): Promise<{ personId: string; cookies: string[] }> {
  const accounts = requireAccounts(ctx);
  const { email, password } = given;
  const { address, headers } = caller;
  await letAttempt(ctx, { email, address, known: isKnown(accounts, caller, email) });
  const userAgent = (headers.get("user-agent") ?? "").slice(0, 300);
  const session = await accounts.identity.signIn({ email, password, address, userAgent });
  if (!session) throw new AppError("unauthorized", "This e-mail and password do not go together.");
  return { ...session, cookies: [...session.cookies, knownCookie(accounts, email)] };
}
