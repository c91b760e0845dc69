import { readSettledSince } from "@/db/queries/settled";
import type { ProductRow } from "@/db/schema";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Happened, Planned } from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { getPlan } from "./get-plan";
import { listAgreements } from "./list-agreements";

/** The most items that are told one by one. */
const mostSettled = 500;

/** What was agreed, settled and planned since an instant. */
export async function readHappened(
  ctx: Context,
  { id: productId, workspaceId }: ProductRow,
  since: Date,
): Promise<Happened> {
  const talks = async (exceptions: boolean) =>
    (await listAgreements({ ctx, input: { productId, exceptions } })).items;
  const agreements = [...(await talks(false)), ...(await talks(true))];
  return {
    agreements: agreements.filter((agreement) => wasTalkedAbout(agreement, since)),
    settled: await readSettledSince(ctx.db, { workspaceId, productId, since, limit: mostSettled }),
    plan: await readPlanned(ctx, productId),
  };
}

function wasTalkedAbout({ steps }: Agreement, since: Date): boolean {
  return steps.some(({ at }) => Date.parse(at) >= since.getTime());
}

/** The chosen items as they are; null where nothing is chosen. */
async function readPlanned(ctx: Context, productId: string): Promise<Planned | null> {
  const plan = await getPlan({ ctx, input: { productId, query: {} } });
  const { target, targetMissing, scope, changedAt } = plan;
  const chosen = new Set(plan.chosen);
  const items = plan.candidates
    .filter(({ id }) => chosen.has(id))
    .map(({ id, key, url, title, category, points }) => ({
      ...{ id, key, url, title, category, points },
    }));
  return items.length === 0 ? null : { target, targetMissing, scope, changedAt, items };
}
