import { readBalanceCells } from "@/db/queries/balance";
import { foldBalance } from "@/lib/balance/fold-balance";
import type { Balance, GetBalance } from "@/lib/contracts/balance";
import { balanceQuestion } from "./balance-question";
import { balanceRange } from "./balance-range";
import type { Context } from "./context";
import { driftOfAnswer } from "./drift-of-answer";
import { requireProductAndVersion } from "./find-product";
import { freshnessOf } from "./freshness";
import { readTargets } from "./read-targets";
import { versionedReads } from "./versioned-reads";
import { withTeams } from "./with-teams";

/**
 * The balance of a product over a range of days, in buckets. Without a range: the last 12 months.
 * Errors: `not_found`; `invalid_request` naming an unknown team, the day at fault in a reversed or too
 * long range, the unit where it is not known of what is measured, or the bucket or board where there
 * is no one line of sprints.
 */
export async function getBalance({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetBalance };
}): Promise<Balance> {
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const query = await withTeams(ctx, product, input.query);
  const { bucket, board, measure, unit, breakdown } = query;
  const range = await balanceRange(ctx, product, query);
  const asked = { ...range, now: ctx.now() };
  const { question, buckets } = await balanceQuestion(ctx, product, query, asked);
  const reads = versionedReads(ctx, { ...question, version });
  const [cells, freshness, agreed] = await Promise.all([
    reads("balance", question, readBalanceCells),
    freshnessOf(ctx, question),
    readTargets(reads, product, { query: input.query, range, knownAt: question.asKnownAt }),
  ]);
  const folded = foldBalance({ buckets, cells, measure, withKinds: breakdown === "kind" });
  const drift = await driftOfAnswer(reads, { question, folded, targets: agreed.targets });
  return {
    timeZone: product.timeZone,
    bucket,
    ...(board !== undefined && { board }),
    measure,
    unit,
    ...range,
    ...folded,
    ...agreed,
    drift,
    ...freshness,
  };
}
