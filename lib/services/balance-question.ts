import type { BalanceQuestion } from "@/db/queries/balance";
import type { ProductRow } from "@/db/schema";
import { bucketsOf, type CalendarBucket, countBuckets } from "@/lib/balance/calendar";
import { grainsOf } from "@/lib/balance/grains";
import type { GetBalance } from "@/lib/contracts/balance";
import { type DayRange, invalidDay } from "./balance-range";
import { knownInstant } from "./known-instant";
import type { WithTeams } from "./with-teams";

const mostBuckets = 1500;

/**
 * What a balance asks of the store, and the buckets its answer fills. Errors: `invalid_request`
 * where the range has too many of them.
 */
export function balanceQuestion(
  { workspaceId, id: productId, timeZone, weekStart }: ProductRow,
  query: WithTeams<GetBalance>,
  { from, to, now }: DayRange & { now: Date },
): { question: BalanceQuestion; buckets: CalendarBucket[] } {
  const { bucket, measure, unit, breakdown: _, from: __, to: ___, ...rest } = query;
  const { asKnownAt, ...filter } = rest;
  if (countBuckets({ from, to, bucket }) > mostBuckets) {
    throw invalidDay(
      "from",
      `That is more than ${mostBuckets} buckets. Ask for larger ones or fewer days.`,
    );
  }
  const buckets = bucketsOf({ from, to, bucket, weekStart, timeZone, now });
  const question = {
    workspaceId,
    productId,
    filter,
    starts: buckets.map(({ start }) => start),
    days: grainsOf({ from, to, bucket, measure, weekStart }),
    measure,
    unit,
    asKnownAt: knownInstant(asKnownAt, timeZone),
  };
  return { question, buckets };
}
