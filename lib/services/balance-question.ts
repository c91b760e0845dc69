import type { BalanceQuestion } from "@/db/queries/balance";
import type { ProductRow } from "@/db/schema";
import type { CalendarBucket } from "@/lib/balance/calendar";
import { grainsOf } from "@/lib/balance/grains";
import type { GetBalance } from "@/lib/contracts/balance";
import { balanceBuckets } from "./balance-buckets";
import { filterOf } from "./balance-filter";
import type { DayRange } from "./balance-range";
import type { Context } from "./context";
import { knownInstant } from "./known-instant";
import { requireKnownUnit } from "./require-known-unit";
import type { WithTeams } from "./with-teams";

/**
 * What a balance asks of the store, and the buckets its answer fills. Errors: `invalid_request` as
 * `balanceBuckets`, or naming the unit where it is not known of what is measured.
 */
export async function balanceQuestion(
  ctx: Context,
  product: ProductRow,
  query: WithTeams<GetBalance>,
  range: DayRange & { now: Date },
): Promise<{ question: BalanceQuestion; buckets: CalendarBucket[] }> {
  const { workspaceId, id: productId, timeZone, weekStart } = product;
  const { bucket, measure, unit, asKnownAt } = query;
  requireKnownUnit(measure, unit);
  const buckets = await balanceBuckets(ctx, product, query, range);
  const { from, to } = range;
  const question = {
    workspaceId,
    productId,
    timeZone,
    filter: filterOf(query),
    starts: buckets.map(({ start }) => start),
    days: grainsOf({ from, to, bucket, measure, weekStart }),
    measure,
    unit,
    asKnownAt: knownInstant(asKnownAt, timeZone),
  };
  return { question, buckets };
}
