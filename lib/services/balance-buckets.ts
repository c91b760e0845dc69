import type { ProductRow } from "@/db/schema";
import { bucketsOf, type CalendarBucket, countBuckets } from "@/lib/balance/calendar";
import { sprintBuckets } from "@/lib/balance/sprint-buckets";
import type { GetBalance } from "@/lib/contracts/balance";
import { AppError } from "@/lib/errors";
import { type DayRange, invalidDay } from "./balance-range";
import type { Context } from "./context";
import { readProductSprints } from "./read-product-sprints";

const mostBuckets = 1500;

/**
 * The buckets that an answer fills. Errors: `invalid_request` where the range has too many of them,
 * or naming `bucket` where sprints are asked for and there are none, or several at a time.
 */
export async function balanceBuckets(
  ctx: Context,
  product: ProductRow,
  query: Pick<GetBalance, "bucket" | "board" | "source">,
  { from, to, now }: DayRange & { now: Date },
): Promise<CalendarBucket[]> {
  const { timeZone, weekStart } = product;
  const { bucket } = query;
  if (bucket !== "sprint") {
    requireFew(countBuckets({ from, to, bucket }));
    return bucketsOf({ from, to, bucket, weekStart, timeZone, now });
  }
  const sprints = await readProductSprints(ctx, product, query);
  const found = sprintBuckets(sprints, { from, to, timeZone, now });
  if ("overlapping" in found) throw overlap(found.overlapping);
  requireFew(found.buckets.length);
  return found.buckets;
}

function requireFew(count: number): void {
  if (count <= mostBuckets) return;
  throw invalidDay(
    "from",
    `That is more than ${mostBuckets} buckets. Ask for larger ones or fewer days.`,
  );
}

function overlap([one, other]: [string, string]): AppError {
  const message = `The sprints “${one}” and “${other}” run at the same time. Narrow the question to one source, or to one board.`;
  return new AppError("invalid_request", message, { fields: { bucket: message } });
}
