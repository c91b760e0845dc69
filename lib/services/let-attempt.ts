import type { Context } from "./context";
import { type Limit, letThrough } from "./let-through";

/** Passwords evaluated for one account in 15 minutes, wherever they come from. */
const mostPerAccount = 10;
/** From one address, over all accounts: an office may share one. */
const mostPerAddress = 100;

/**
 * Lets a password be evaluated, or refuses, in the same way whether there is such an account. A
 * browser from which the account was signed in to before (`known`) is counted apart, and not with
 * its address: strangers cannot lock its owner out.
 * Errors: `rate_limited`.
 */
export async function letAttempt(
  ctx: Pick<Context, "db" | "now">,
  { email, address, known }: { email: string; address: string; known: boolean },
): Promise<void> {
  const account = `${known ? "known" : "account"} ${email.toLowerCase()}`;
  const limits: Limit[] = [{ bucket: account, most: mostPerAccount }];
  if (!known) limits.push({ bucket: `address ${address}`, most: mostPerAddress });
  await letThrough(ctx, limits);
}
