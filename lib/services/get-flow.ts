import { readBalanceCells } from "@/db/queries/balance";
import { readLeadTimes, readOpenAges } from "@/db/queries/flow";
import { instantsOf } from "@/lib/balance/calendar";
import { foldFlow, foldOpenAges } from "@/lib/balance/flow";
import type { Flow, GetFlow } from "@/lib/contracts/flow";
import { balanceQuestion } from "./balance-question";
import { balanceRange } from "./balance-range";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { freshnessOf } from "./freshness";
import { versionedReads } from "./versioned-reads";
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
  const question = { workspaceId, productId, filter, asKnownAt };
  const { timeZone } = product;
  const spans = buckets.map(({ start: from, end: to }) => instantsOf({ from, to }, timeZone));
  const endsAt = spans.at(-1)?.endsAt ?? now;
  const asOf = earliest([endsAt, startOfMinute(now), asKnownAt ?? endsAt]);
  const reads = versionedReads(ctx, { ...question, version });
  const [cameIn, wentOut, leadTimes, ages, freshness] = await Promise.all([
    reads("balance", opened, readBalanceCells),
    reads("balance", { ...opened, measure: "done" }, readBalanceCells),
    reads("lead times", { ...question, spans }, readLeadTimes),
    reads("open ages", { ...question, end: { day: range.to, endsAt }, asOf }, readOpenAges),
    freshnessOf(ctx, question),
  ]);
  return {
    timeZone,
    bucket: query.bucket,
    unit: query.unit,
    ...range,
    ...foldFlow({ buckets, opened: cameIn, done: wentOut, leadTimes }),
    open: foldOpenAges(ages, { asOf, timeZone }),
    ...freshness,
  };
}

/** Ages are told as of then: whoever asks in the same minute is answered from one reading. */
function startOfMinute(instant: Date): Date {
  const minuteMs = 60_000;
  return new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
}

function earliest(instants: Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
