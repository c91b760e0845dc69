import type { Context } from "./context";
import { takeOfLimit } from "./limits";

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
  const account = `${known ? "known" : "any"} ${email.toLowerCase()}`;
  await takeOfLimit(ctx, "password", { account, address: known ? null : address });
}
