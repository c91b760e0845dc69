import { countAttempts, forgetAttempts, insertAttempt, lockAttempts } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { hashOf } from "./secret-text";

const windowMs = 15 * 60_000;

/** What is counted together, and how often it may happen in 15 minutes. */
export type Limit = { bucket: string; most: number };

/**
 * Lets something happen that is tried too often where somebody guesses, or refuses. Counted in the
 * database, so that several processes count together; what is counted is kept as a hash.
 * Errors: `rate_limited`.
 */
export async function letThrough(
  ctx: Pick<Context, "db" | "now">,
  limits: readonly Limit[],
): Promise<void> {
  const at = ctx.now();
  const after = new Date(at.getTime() - windowMs);
  const counted = limits
    .map(({ bucket, most }) => ({ bucket: hashOf(bucket), most }))
    .sort((one, other) => (one.bucket < other.bucket ? -1 : 1));
  const isLet = await ctx.db.transaction(async (tx) => {
    for (const { bucket } of counted) await lockAttempts(tx, bucket);
    for (const { bucket, most } of counted) {
      if ((await countAttempts(tx, { bucket, after })) >= most) return false;
    }
    for (const { bucket } of counted) await insertAttempt(tx, { bucket, at });
    return true;
  });
  await forgetAttempts(ctx.db, after);
  if (isLet) return;
  throw new AppError("rate_limited", "Too many attempts. Wait a quarter of an hour and try again.");
}
