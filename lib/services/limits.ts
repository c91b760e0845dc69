import { forgetAttempts, insertAttempt, lockAttempts, readAttempts } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { countedAddress } from "./counted-address";
import { hashOf } from "./secret-text";

/**
 * The one table of what is counted in the database, so that several processes count together: so
 * many in any span of `minutes`, of one account and from one address, which an office may share.
 */
export const limits = {
  /** Passwords evaluated, wherever they come from. */
  password: { minutes: 15, ofAccount: 10, ofAddress: 100, words: "Too many attempts." },
  /**
   * Sign-ins begun elsewhere: each writes down what is to come back. Of a person who has done so from
   * this browser before, and else from one address.
   */
  elsewhere: { minutes: 1, ofAccount: 30, ofAddress: 30, words: "Too many sign-ins were begun." },
  /** Mails with a link to a new password. */
  resetMail: { minutes: 15, ofAccount: 3, ofAddress: 20, words: "Too many mails were asked for." },
  /** Tries of one link to a new password, and, where it is none, from one address. */
  resetLink: { minutes: 15, ofAccount: 30, ofAddress: 30, words: "Too many links were tried." },
  inviting: {
    minutes: 15,
    ofAccount: 60,
    ofAddress: 200,
    words: "Too many invitations were made.",
  },
  /** Of one invitation or code, and, where it is none, from one address. */
  joining: { minutes: 15, ofAccount: 10, ofAddress: 30, words: "Too many tries to come in." },
  /** Each asks another server, as often as somebody types. */
  checking: {
    minutes: 1,
    ofAccount: 60,
    ofAddress: 240,
    words: "Too many connections were checked.",
  },
} as const;
export type Limit = keyof typeof limits;

const minuteMs = 60_000;
const longestMs = Math.max(...Object.values(limits).map(({ minutes }) => minutes)) * minuteMs;

/** Who is counted; null is not. Nothing is kept of either but a hash. */
export type Counted = { account: string | null; address: string | null };

/**
 * Takes one of what the table allows, of each that is counted, or none. What is refused does not
 * count. Errors: `rate_limited`, with when there is one again.
 */
export async function takeOfLimit(
  ctx: Pick<Context, "db" | "now">,
  limit: Limit,
  { account, address }: Counted,
): Promise<void> {
  const { minutes, ofAccount, ofAddress } = limits[limit];
  const at = ctx.now();
  const after = new Date(at.getTime() - minutes * minuteMs);
  const buckets: Bucket[] = [];
  if (account !== null) buckets.push([hashOf(`${limit} account ${account}`), ofAccount]);
  if (address !== null)
    buckets.push([hashOf(`${limit} address ${countedAddress(address)}`), ofAddress]);
  buckets.sort(([a], [b]) => (a < b ? -1 : 1));
  // Looked at before anybody waits: who is refused again and again must not hold up the others.
  const full =
    (await findFull(ctx.db, buckets, after)) ??
    (await ctx.db.transaction(async (tx) => {
      for (const [bucket] of buckets) await lockAttempts(tx, bucket);
      const filled = await findFull(tx, buckets, after);
      if (filled) return filled;
      for (const [bucket] of buckets) await insertAttempt(tx, { bucket, at });
      return null;
    }));
  if (full !== null) throw tooMany(limit, (full.first ?? at).getTime() - after.getTime());
  await forgetAttempts(ctx.db, new Date(at.getTime() - longestMs));
}

type Bucket = [bucket: string, most: number];

/** When what fills a bucket began; null where none is full. */
async function findFull(
  db: Context["db"],
  buckets: readonly Bucket[],
  after: Date,
): Promise<{ first: Date | null } | null> {
  for (const [bucket, most] of buckets) {
    const { count, first } = await readAttempts(db, { bucket, after });
    if (count >= most) return { first };
  }
  return null;
}

function tooMany(limit: Limit, waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
  const message = `${limits[limit].words} Try again in ${wait}.`;
  return new AppError("rate_limited", message, { retryAfterSeconds: seconds });
}
