import { readBalanceCells } from "@/db/queries/balance";
import type { ProductRow } from "@/db/schema";
import { dayBefore, dayOf, monthsBefore } from "@/lib/balance/calendar";
import type { GetBackTest } from "@/lib/contracts/forecast";
import { weeklyHistory } from "@/lib/forecast/history";
import type { HistoryWeek } from "@/lib/forecast/history-week";
import { balanceQuestion } from "./balance-question";
import { balanceRange, requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { knownInstant } from "./known-instant";
import { type VersionedReads, versionedReads } from "./versioned-reads";
import { withTeams } from "./with-teams";

/** Weeks before them tell nothing of the present. */
const mostMonths = 20 * 12;

/** The whole weeks of a product, and what keeps what is made of them: `key` names these weeks. */
type KnownHistory = { history: HistoryWeek[]; key: object; reads: VersionedReads };

/**
 * All whole weeks from the first item on, as they are known now or were at `asKnownAt`. Errors:
 * `invalid_request` naming an unknown team, or `asKnownAt` where it lies before any tracker.
 */
export async function readHistory(
  ctx: Context,
  { product, version }: { product: ProductRow; version: number },
  query: GetBackTest,
): Promise<KnownHistory> {
  const whose = await withTeams(ctx, product, query);
  const known = knownInstant(query.asKnownAt, product.timeZone);
  // Weeks that are still to come hold nothing to draw from.
  const now = known && known < ctx.now() ? known : ctx.now();
  const to = dayOf(now, product.timeZone);
  requireKnownDay("asKnownAt", to);
  const asked = { bucket: "week", unit: "items", breakdown: "kind", ...whose, to } as const;
  const opened = { ...asked, measure: "opened", from: "first" } as const;
  const { from: first } = await balanceRange(ctx, product, opened);
  const earliest = monthsBefore(to, mostMonths);
  // A day more: the first bucket is what came before the weeks.
  const range = { from: first > earliest ? dayBefore(first) : earliest, to };
  const { question, buckets } = await balanceQuestion(ctx, product, opened, { ...range, now });
  const ofOpen = { ...asked, measure: "open", from: "first" } as const;
  const { question: stock } = await balanceQuestion(ctx, product, ofOpen, { ...range, now });
  const reads = versionedReads(ctx, { ...question, version });
  const [came, open] = await Promise.all([
    reads("balance", question, readBalanceCells),
    reads("balance", stock, readBalanceCells),
  ]);
  const history = weeklyHistory({ buckets, opened: came, open });
  const { filter, asKnownAt } = question;
  return { history, key: { filter, asKnownAt, until: history.at(-1)?.end }, reads };
}
