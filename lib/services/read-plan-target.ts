import type { ProductRow } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import type { Days } from "@/lib/domain/balance";
import { measureWords } from "@/lib/domain/glossary";
import { lackingOf } from "@/lib/plan/rank-candidates";
import type { Context } from "./context";
import { getBalance } from "./get-balance";
import { readAgreedOn } from "./meeting-basis";
import { recentWeeks } from "./read-opening";
import { type VersionedReads, versionedValue } from "./versioned-reads";

/** What is agreed about what is done, and how far the last twelve weeks were from it. */
export function readPlanTarget(ctx: Context, product: ProductRow, reads: VersionedReads) {
  const { workspaceId, id: productId, timeZone } = product;
  const days = recentWeeks(product, ctx.now());
  const question = { workspaceId, productId, timeZone, ...days };
  return versionedValue(reads, "plan target", question, () => targetOn(ctx, product, days));
}

async function targetOn(ctx: Context, product: ProductRow, days: Days) {
  const agreed = await readAgreedOn(ctx, product, days.to);
  const isAboutDone = agreed?.basis.measure === "done";
  const unit = isAboutDone ? agreed.basis.unit : "items";
  const query = getBalanceSchema.parse({ ...days, unit });
  const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
  const actual = { ...days, shares: totals.shares };
  if (!agreed || !isAboutDone) {
    const measure = agreed && measureWords[agreed.basis.measure].name.toLowerCase();
    const targetMissing = agreed
      ? `What was agreed for ${agreed.target.stage} is about what is ${measure}: a plan of what will be done cannot be held against it.`
      : null;
    return { target: null, targetMissing, actual, lacking: {} };
  }
  const { agreementId, stage, exception, shares, tolerance } = agreed.target;
  const target = { agreementId, stage, exception, feature: shares.feature ?? 0, tolerance, unit };
  return { target, targetMissing: null, actual, lacking: lackingOf(totals.shares, shares) };
}
