import { readBalanceCells } from "@/db/queries/balance";
import { bucketsOf, countBuckets } from "@/lib/balance/calendar";
import { foldBalance } from "@/lib/balance/fold-balance";
import { grainsOf } from "@/lib/balance/grains";
import type { Balance, GetBalance } from "@/lib/contracts/balance";
import { balanceRange, invalidDay } from "./balance-range";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { freshnessOf } from "./freshness";
import { knownInstant } from "./known-instant";
import { requireRight } from "./rights";

const mostBuckets = 1500;

/**
 * The balance of a product over a range of days, in buckets. Without a range: the last 12 months.
 * Errors: `not_found`; `invalid_request` naming the day at fault in a reversed or too long range.
 */
export async function getBalance({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetBalance };
}): Promise<Balance> {
  requireRight(ctx.actor, "read");
  const product = await requireProduct(ctx, input.productId);
  const { workspaceId, id: productId, timeZone, weekStart } = product;
  const { bucket, measure, unit, breakdown, from: _from, to: _to, ...rest } = input.query;
  const { asKnownAt: knownAt, ...filter } = rest;
  const asKnownAt = knownInstant(knownAt, timeZone);
  const { from, to } = await balanceRange(ctx, product, input.query);
  if (countBuckets({ from, to, bucket }) > mostBuckets) {
    throw invalidDay(
      "from",
      `That is more than ${mostBuckets} buckets. Ask for larger ones or fewer days.`,
    );
  }
  const buckets = bucketsOf({ from, to, bucket, weekStart, timeZone, now: ctx.now() });
  const question = {
    workspaceId,
    productId,
    filter,
    starts: buckets.map(({ start }) => start),
    days: grainsOf({ from, to, bucket, measure, weekStart }),
    measure,
    unit,
    asKnownAt,
  };
  const [cells, freshness] = await Promise.all([
    readBalanceCells(ctx.db, question),
    freshnessOf(ctx, { workspaceId, productId }),
  ]);
  const folded = foldBalance({ buckets, cells, measure, withKinds: breakdown === "kind" });
  return {
    timeZone,
    bucket,
    measure,
    unit,
    from,
    to,
    ...folded,
    targets: [],
    drift: null,
    ...freshness,
  };
}
