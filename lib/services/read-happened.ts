import { findPlan, readCandidates } from "@/db/queries/plans";
import { readSettledSince } from "@/db/queries/settled";
import type { ProductRow } from "@/db/schema";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Happened, Planned } from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { listAgreements } from "./list-agreements";
import { readPlanTarget } from "./read-plan-target";

/** The most items that are told one by one. */
const mostSettled = 500;

/** What was agreed, settled and planned since an instant. */
export async function readHappened(
  ctx: Context,
  product: ProductRow,
  since: Date,
): Promise<Happened> {
  const { id: productId, workspaceId } = product;
  const talks = async (exceptions: boolean) =>
    (await listAgreements({ ctx, input: { productId, exceptions } })).items;
  const agreements = [...(await talks(false)), ...(await talks(true))];
  return {
    agreements: agreements.filter((agreement) => wasTalkedAbout(agreement, since)),
    settled: await readSettledSince(ctx.db, { workspaceId, productId, since, limit: mostSettled }),
    plan: await readPlanned(ctx, product),
  };
}

function wasTalkedAbout({ steps }: Agreement, since: Date): boolean {
  return steps.some(({ at }) => Date.parse(at) >= since.getTime());
}

/** The chosen items as they are, in the order in which they were chosen; null where there are none. */
async function readPlanned(ctx: Context, product: ProductRow): Promise<Planned | null> {
  const own = { workspaceId: product.workspaceId, productId: product.id };
  const stored = await findPlan(ctx.db, own);
  if (!stored) return null;
  const { scope, chosen, changedAt } = stored;
  const rows = await readCandidates(ctx.db, { ...own, scope, chosen, limit: 0 });
  const items = chosen.flatMap((chosenId) => {
    const row = rows.find((one) => one.id === chosenId);
    if (!row) return [];
    const { id, key, url, title, category, points } = row;
    return [{ id, key, url, title, category, points }];
  });
  if (items.length === 0) return null;
  const { target, targetMissing } = await readPlanTarget(ctx, product);
  return { target, targetMissing, scope, changedAt: changedAt.toISOString(), items };
}
