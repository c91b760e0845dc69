import { readSplitCells } from "@/db/queries/balance-split";
import { listSourcesOfProduct } from "@/db/queries/sources";
import { listTeamsOfProduct } from "@/db/queries/teams";
import type { ProductRow } from "@/db/schema";
import { foldBalance } from "@/lib/balance/fold-balance";
import { foldSplit } from "@/lib/balance/split";
import type { GetBalance } from "@/lib/contracts/balance";
import type { BalanceSplit, GetBalanceSplit } from "@/lib/contracts/balance-split";
import type { TeamFilter } from "@/lib/contracts/teams";
import { filterOf } from "./balance-filter";
import { balanceQuestion } from "./balance-question";
import { balanceRange } from "./balance-range";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { freshnessOf } from "./freshness";
import { teamFilterOf } from "./team-answer";
import { versionedReads } from "./versioned-reads";
import { type WithTeams, withTeams } from "./with-teams";

type Part = { id: string; name: string; query: WithTeams<GetBalance> };

/**
 * The balances of a product's sources or teams, all over the same buckets. Errors: as `getBalance`.
 */
export async function getBalanceSplit({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetBalanceSplit };
}): Promise<BalanceSplit> {
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const { by, format: _, ...plain } = input.query;
  const query = await withTeams(ctx, product, plain);
  const { bucket, measure, unit, breakdown } = query;
  const asked =
    by === "source"
      ? await sourceParts(ctx, product, query)
      : await teamParts(ctx, product, { query, chosen: plain.team });
  const range = await balanceRange(ctx, product, query);
  const now = ctx.now();
  const { question, buckets } = await balanceQuestion(ctx, product, query, { ...range, now });
  const questions = asked.map((part) => ({ ...question, filter: filterOf(part.query) }));
  const reads = versionedReads(ctx, { ...question, version });
  const [cells, freshness] = await Promise.all([
    reads("split", [question, ...questions], readSplitCells),
    freshnessOf(ctx, question),
  ]);
  const cellsOf = (place: number) => cells.filter(({ part }) => part === place);
  const shared = { buckets, measure, withKinds: breakdown === "kind" };
  return {
    timeZone: product.timeZone,
    bucket,
    measure,
    unit,
    ...range,
    by,
    overlapping: by === "team",
    totals: foldBalance({ ...shared, cells: cellsOf(0) }).totals,
    ...foldSplit({
      ...shared,
      parts: asked.map(({ id, name }, index) => ({ id, name, cells: cellsOf(index + 1) })),
    }),
    ...freshness,
  };
}

async function sourceParts(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  query: WithTeams<GetBalance>,
): Promise<Part[]> {
  const sources = await listSourcesOfProduct(ctx.db, { workspaceId, productId });
  const chosen = query.source && new Set(query.source.map((id) => id.toLowerCase()));
  return sources
    .filter(({ id }) => chosen?.has(id) ?? true)
    .map(({ id, name }) => ({ id, name, query: { ...query, source: [id] } }));
}

async function teamParts(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  { query, chosen }: { query: WithTeams<GetBalance>; chosen: string[] | undefined },
): Promise<Part[]> {
  const teams = await listTeamsOfProduct(ctx.db, { workspaceId, productId });
  const ids = chosen && new Set(chosen.map((id) => id.toLowerCase()));
  return teams
    .filter(({ id }) => ids?.has(id) ?? true)
    .map((team) => ({
      id: team.id,
      name: team.name,
      query: narrowedTo({ ...query, teams: undefined }, teamFilterOf(team)),
    }));
}

/**
 * A question about a team's items. Where no field is narrowed twice the team's filter takes its
 * fields' places: sums that are kept for one of them then answer it.
 */
function narrowedTo(query: WithTeams<GetBalance>, filter: TeamFilter): WithTeams<GetBalance> {
  const narrowed = new Map(Object.entries(query));
  const isTwice = Object.keys(filter).some((field) => narrowed.get(field) !== undefined);
  return isTwice ? { ...query, teams: [filter] } : { ...query, ...filter };
}
