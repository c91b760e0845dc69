import { readBalanceCells } from "@/db/queries/balance";
import { foldBalance } from "@/lib/balance/fold-balance";
import type { Balance, GetBalance } from "@/lib/contracts/balance";
import { balanceQuestion } from "./balance-question";
import { balanceRange } from "./balance-range";
import type { Context } from "./context";
import { driftOfAnswer } from "./drift-of-answer";
import { requireProduct } from "./find-product";
import { freshnessOf } from "./freshness";
import { readTargets } from "./read-targets";
import { requireRight } from "./rights";
import { withTeams } from "./with-teams";

/**
 * The balance of a product over a range of days, in buckets. Without a range: the last 12 months.
 * Errors: `not_found`; `invalid_request` naming an unknown team, or the day at fault in a reversed
 * or too long range.
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
  const query = await withTeams(ctx, product, input.query);
  const { bucket, measure, unit, breakdown } = query;
  const range = await balanceRange(ctx, product, query);
  const asked = { ...range, now: ctx.now() };
  const { question, buckets } = balanceQuestion(product, query, asked);
  const [cells, freshness, agreed] = await Promise.all([
    readBalanceCells(ctx.db, question),
    freshnessOf(ctx, question),
    readTargets(ctx, product, { query: input.query, range, knownAt: question.asKnownAt }),
  ]);
  const folded = foldBalance({ buckets, cells, measure, withKinds: breakdown === "kind" });
  const drift = await driftOfAnswer(ctx, { question, folded, targets: agreed.targets });
  return {
    timeZone: product.timeZone,
    bucket,
    measure,
    unit,
    ...range,
    ...folded,
    ...agreed,
    drift,
    ...freshness,
  };
}
