import { readBalanceCells } from "@/db/queries/balance";
import { readLeadTimes, readStock } from "@/db/queries/flow";
import type { StockQuestion } from "@/db/queries/stock-rows";
import { instantsOf } from "@/lib/balance/calendar";
import { agesAt, foldFlow, foldOpenAges } from "@/lib/balance/flow";
import type { Flow, GetFlow } from "@/lib/contracts/flow";
import { balanceQuestion } from "./balance-question";
import { balanceRange } from "./balance-range";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { freshnessOf } from "./freshness";
import { type VersionedReads, versionedReads } from "./versioned-reads";
import { withTeams } from "./with-teams";

/**
 * What was opened and done per bucket and category, how long it took, and how old what is open at
 * the end of the range is. Without a range: the last 12 months. Errors: as `getBalance`.
 */
export async function getFlow({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetFlow };
}): Promise<Flow> {
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const { format: _, ...plain } = input.query;
  const query = await withTeams(ctx, product, plain);
  const asked = { ...query, breakdown: "category" } as const;
  const range = await balanceRange(ctx, product, { ...asked, measure: "opened" });
  const now = ctx.now();
  const first = { ...asked, measure: "opened" } as const;
  const { question: opened, buckets } = await balanceQuestion(ctx, product, first, {
    ...range,
    now,
  });
  const { workspaceId, productId, filter, asKnownAt } = opened;
  const { timeZone } = product;
  const question = { workspaceId, productId, timeZone, filter, asKnownAt };
  const { starts } = opened;
  const { endsAt } = instantsOf(range, timeZone);
  const asOf = earliest([endsAt, startOfMinute(now), asKnownAt ?? endsAt]);
  const reads = versionedReads(ctx, { ...question, version });
  const [cameIn, wentOut, leadTimes, stock, freshness] = await Promise.all([
    reads("balance", opened, readBalanceCells),
    reads("balance", { ...opened, measure: "done" }, readBalanceCells),
    reads("lead times", { ...question, starts, to: range.to }, readLeadTimes),
    stockAt(reads, { ...question, day: range.to }, asOf),
    freshnessOf(ctx, question),
  ]);
  return {
    timeZone,
    bucket: query.bucket,
    unit: query.unit,
    ...range,
    ...foldFlow({ buckets, opened: cameIn, done: wentOut, leadTimes }),
    open: foldOpenAges(agesAt(stock, asOf), { asOf, timeZone }),
    ...freshness,
  };
}

/**
 * What is in the stock at the end of a day. When it was created does not change by the clock: one
 * reading serves until anything changes, unless something was created after `asOf`, whose age is none.
 */
async function stockAt(reads: VersionedReads, question: StockQuestion, asOf: Date) {
  const stock = await reads("stock", { ...question, notAfter: null }, readStock);
  const isEarlier = stock.every(({ newestMs }) => newestMs <= asOf.getTime());
  return isEarlier ? stock : reads("stock", { ...question, notAfter: asOf }, readStock);
}

/** Ages are told as of then, so that who looks at once is told the same. */
function startOfMinute(instant: Date): Date {
  const minuteMs = 60_000;
  return new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
}

function earliest(instants: Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
