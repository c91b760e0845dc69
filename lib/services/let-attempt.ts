import { countAttempts, forgetAttempts, insertAttempt, lockAttempts } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { hashOf } from "./secret-text";

const windowMs = 15 * 60_000;
/** Passwords evaluated for one account in 15 minutes, wherever they come from. */
const mostPerAccount = 10;
/** From one address, over all accounts: an office may share one. */
const mostPerAddress = 100;

/**
 * Lets a password be evaluated, or refuses, in the same way whether there is such an account.
 * Counted in the database, so that several processes count together. A browser from which the
 * account was signed in to before (`known`) is counted apart, and not with its address: strangers
 * cannot lock its owner out.
 * Errors: `rate_limited`.
 */
export async function letAttempt(
  ctx: Pick<Context, "db" | "now">,
  { email, address, known }: { email: string; address: string; known: boolean },
): Promise<void> {
  const at = ctx.now();
  const after = new Date(at.getTime() - windowMs);
  const account = hashOf(`${known ? "known" : "account"} ${email.toLowerCase()}`);
  const limits: [bucket: string, most: number][] = [[account, mostPerAccount]];
  if (!known) limits.push([hashOf(`address ${address}`), mostPerAddress]);
  limits.sort(([a], [b]) => (a < b ? -1 : 1));
  const isLet = await ctx.db.transaction(async (tx) => {
    for (const [bucket] of limits) await lockAttempts(tx, bucket);
    for (const [bucket, most] of limits) {
      if ((await countAttempts(tx, { bucket, after })) >= most) return false;
    }
    for (const [bucket] of limits) await insertAttempt(tx, { bucket, at });
    return true;
  });
  await forgetAttempts(ctx.db, after);
  if (isLet) return;
  throw new AppError("rate_limited", "Too many attempts. Wait a quarter of an hour and try again.");
}
