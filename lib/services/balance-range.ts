import { readFirstDay } from "@/db/queries/balance";
import type { ProductRow } from "@/db/schema";
import { bucketStart, dayOf, monthsBefore } from "@/lib/balance/calendar";
import { sprintStart } from "@/lib/balance/sprint-buckets";
import type { GetBalance } from "@/lib/contracts/balance";
import { AppError } from "@/lib/errors";
import { filterOf } from "./balance-filter";
import type { Context } from "./context";
import { knownInstant } from "./known-instant";
import { readProductSprints } from "./read-product-sprints";
import type { WithTeams } from "./with-teams";

const defaultMonths = 12;
const firstDay = "1970-01-01";
const lastDay = "2199-12-31";

/** Days of the product's time zone, both included. */
export type DayRange = { from: string; to: string };

/**
 * The days that a question asks about: as given, else up to today, else the last 12 months.
 * Errors: `invalid_request` naming the day at fault in a reversed range or one out of bounds, or the
 * bucket where there are no sprints to begin with.
 */
export async function balanceRange(
  ctx: Context,
  product: ProductRow,
  query: WithTeams<GetBalance>,
): Promise<DayRange> {
  const today = dayOf(ctx.now(), product.timeZone);
  const named = query.from === "first" ? undefined : query.from;
  const to = lastDayAsked({ from: named, to: query.to }, today);
  if (query.from === "first") return { from: await firstOf(ctx, product, { query, to }), to };
  const from = firstDayAsked({ from: named, to });
  requireKnownDay("from", from);
  if (from > to) throw invalidDay("from", "The first day is after the last.");
  return { from, to };
}

/**
 * The last day as given, else today, or the first where that is still to come: what is wrong with
 * that one is told under its own name. Errors: `invalid_request` naming `to`.
 */
export function lastDayAsked({ from, to }: Partial<DayRange>, today: string): string {
  if (to !== undefined) requireKnownDay("to", to);
  return to ?? (from !== undefined && from > today ? from : today);
}

/** The first day as given, else 12 months before the last, or the first of all days. */
export function firstDayAsked({ from, to }: { from: string | undefined; to: string }): string {
  if (from !== undefined) return from;
  const before = monthsBefore(to, defaultMonths);
  return before < firstDay ? firstDay : before;
}

/** Where the history begins, by whole buckets; `to` itself where nothing comes before it. */
async function firstOf(
  ctx: Context,
  product: ProductRow,
  { query, to }: { query: WithTeams<GetBalance>; to: string },
): Promise<string> {
  const { workspaceId, id: productId, timeZone, weekStart } = product;
  const { bucket, measure, asKnownAt: knownAt } = query;
  const filter = filterOf(query);
  const asKnownAt = knownInstant(knownAt, timeZone);
  const question = { workspaceId, productId, timeZone, filter, measure, asKnownAt };
  const found = (await readFirstDay(ctx.db, question)) ?? to;
  const day = found < to ? found : to;
  const start =
    bucket === "sprint"
      ? sprintStart(day, await readProductSprints(ctx, product, query), {
          timeZone,
          now: ctx.now(),
        })
      : bucketStart(day, bucket, weekStart);
  return start < firstDay ? firstDay : start;
}

/** Errors: `invalid_request` naming `field` where no tracker can have items of the day. */
export function requireKnownDay(field: string, day: string): void {
  if (day > lastDay) throw invalidDay(field, `Days after ${lastDay} are out of range.`);
  if (day < firstDay) throw invalidDay(field, `Days before ${firstDay} are out of range.`);
}

export function invalidDay(field: string, message: string): AppError {
  return new AppError("invalid_request", message, { fields: { [field]: message } });
}
