import { setImmediate as others } from "node:timers/promises";
import type { CorrectionRow } from "@/db/queries/corrections";
import type { ProductRow } from "@/db/schema";
import { dayOf } from "@/lib/balance/calendar";
import type { Judged } from "@/lib/classify/model/accuracy";
import {
  type Forecast,
  forecastOf,
  forecastsInTurn,
} from "@/lib/classify/model/predict-before-learning";
import { readLearnable } from "@/lib/sync/product-models";
import type { Context } from "./context";

/** A correction with what was said of it before it was learnt. */
export type JudgedCorrection = Judged & { correction: CorrectionRow };

const mostKept = 20;
const kept = new Map<string, Promise<JudgedCorrection[]>>();

/**
 * What a product's model said of each corrected item before it learnt it, oldest first. A version of
 * the corrections never changes, so its record is made once.
 */
export function modelRecord(ctx: Context, product: ProductRow): Promise<JudgedCorrection[]> {
  const { workspaceId, id, correctionsVersion, timeZone } = product;
  const name = `${workspaceId} ${id} ${correctionsVersion} ${timeZone}`;
  const known = kept.get(name);
  if (known) return known;
  const made = judge(ctx, product);
  made.catch(() => kept.delete(name));
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(name, made);
  return made;
}

/** Models of many corrections take a second each: others have their turn in between. */
async function judge(
  ctx: Context,
  { workspaceId, id: productId, correctionsVersion, timeZone }: ProductRow,
): Promise<JudgedCorrection[]> {
  const key = { workspaceId, productId };
  const corrections = await readLearnable(ctx.db, key, correctionsVersion);
  const shared = ctx.sharedModel();
  const forecasts: Forecast[] = [];
  for (const stretch of forecastsInTurn(shared, corrections)) {
    forecasts.push(...stretch);
    await others();
  }
  return corrections.flatMap((correction, index) => {
    const own = forecasts[index];
    if (own === undefined) return [];
    const month = dayOf(new Date(correction.at), timeZone).slice(0, 7);
    return [{ correction, month, own, shared: forecastOf(shared, correction) }];
  });
}
