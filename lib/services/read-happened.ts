import { findPlan, readPlannedItems } from "@/db/queries/plans";
import { readProductVersion } from "@/db/queries/product-version";
import { readSettledSince } from "@/db/queries/settled";
import type { ProductRow } from "@/db/schema";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Happened, Planned } from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { listAgreements } from "./list-agreements";
import { readPlanTarget } from "./read-plan-target";
import { type VersionedReads, versionedReads } from "./versioned-reads";

/** The most items that are told one by one. */
const mostSettled = 500;

/** What was agreed, settled and planned since an instant. */
export async function readHappened(
  ctx: Context,
  product: ProductRow,
  since: Date,
): Promise<Happened> {
  const { id: productId, workspaceId } = product;
  const own = { workspaceId, productId };
  const reads = versionedReads(ctx, { ...own, version: await readProductVersion(ctx.db, own) });
  const settled = { ...own, since, limit: mostSettled };
  const talks = async (exceptions: boolean) =>
    (await listAgreements({ ctx, input: { productId, exceptions } })).items;
  const agreements = [...(await talks(false)), ...(await talks(true))];
  return {
    agreements: agreements.filter((agreement) => wasTalkedAbout(agreement, since)),
    settled: [...(await reads("settled", settled, readSettledSince))],
    plan: await readPlanned(ctx, product, reads),
    whatIf: null,
  };
}

function wasTalkedAbout({ steps }: Agreement, since: Date): boolean {
  return steps.some(({ at }) => Date.parse(at) >= since.getTime());
}

/** The chosen items as they are, in the order in which they were chosen; null where there are none. */
async function readPlanned(
  ctx: Context,
  product: ProductRow,
  reads: VersionedReads,
): Promise<Planned | null> {
  const own = { workspaceId: product.workspaceId, productId: product.id };
  const stored = await findPlan(ctx.db, own);
  if (!stored) return null;
  const { scope, chosen, changedAt } = stored;
  const rows = await reads("planned items", { ...own, chosen }, readPlannedItems);
  const items = chosen.flatMap((chosenId) => {
    const row = rows.find((one) => one.id === chosenId);
    if (!row) return [];
    const { id, key, url, title, category, points } = row;
    return [{ id, key, url, title, category, points }];
  });
  if (items.length === 0) return null;
  const { target, targetMissing } = await readPlanTarget(ctx, product, reads);
  return { target, targetMissing, scope, changedAt: changedAt.toISOString(), items };
}
