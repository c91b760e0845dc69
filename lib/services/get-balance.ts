import { readBalanceCells } from "@/db/queries/balance";
import { bucketsOf, countBuckets, dayOf, monthsBefore } from "@/lib/balance/calendar";
import { foldBalance } from "@/lib/balance/fold-balance";
import type { Balance, GetBalance } from "@/lib/contracts/balance";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { freshnessOf } from "./freshness";
import { requireRight } from "./rights";

const mostBuckets = 1500;
const defaultMonths = 12;
const firstDay = "1970-01-01";
const lastDay = "2199-12-31";

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
  const { bucket, measure, unit, breakdown, from: askedFrom, to: askedTo, ...rest } = input.query;
  const { asKnownAt: knownAt, ...filter } = rest;
  const asKnownAt = knownAt === undefined ? undefined : new Date(knownAt);
  const { from, to } = rangeOf({ from: askedFrom, to: askedTo, today: dayOf(ctx.now(), timeZone) });
  if (countBuckets({ from, to, bucket }) > mostBuckets) {
    throw wrong(
      "from",
      `That is more than ${mostBuckets} buckets. Ask for larger ones or fewer days.`,
    );
  }
  const buckets = bucketsOf({ from, to, bucket, weekStart, timeZone, now: ctx.now() });
  const question = { workspaceId, productId, filter, buckets, measure, unit, asKnownAt };
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

function rangeOf(asked: { from: string | undefined; to: string | undefined; today: string }): {
  from: string;
  to: string;
} {
  const to = asked.to ?? (asked.from && asked.from > asked.today ? asked.from : asked.today);
  if (to > lastDay) throw wrong("to", `Days after ${lastDay} are out of range.`);
  if (to < firstDay) throw wrong("to", `Days before ${firstDay} are out of range.`);
  const from = asked.from ?? monthsBefore(to, defaultMonths);
  if (from < firstDay) throw wrong("from", `Days before ${firstDay} are out of range.`);
  if (from > to) throw wrong("from", "The first day is after the last.");
  return { from, to };
}

function wrong(field: string, message: string): AppError {
  return new AppError("invalid_request", message, { fields: { [field]: message } });
}
