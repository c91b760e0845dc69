import { readGroupCells } from "@/db/queries/group-cells";
import { readGroupNames } from "@/db/queries/group-names";
import { earlierDays } from "@/lib/balance/earlier-days";
import { moversOf } from "@/lib/balance/movers";
import type { ListItems } from "@/lib/contracts/items";
import type { GetMovers, Movers } from "@/lib/contracts/movers";
import type { Days, Measure } from "@/lib/domain/balance";
import { isShared } from "@/lib/domain/grouping";
import { balanceRange, invalidDay, requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { itemQuestion } from "./item-question";
import { requireKnownUnit } from "./require-known-unit";
import { versionedReads } from "./versioned-reads";
import { withTeams } from "./with-teams";

/**
 * What changed the feature share between two runs of days: each group's part of the change. Without
 * days: the last 12 months against the 12 before. Errors: `not_found`; `invalid_request` naming the
 * day, team or unit at fault.
 */
export async function getMovers({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetMovers };
}): Promise<Movers> {
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const query = await withTeams(ctx, product, input.query);
  const { from: _from, to: _to, against, againstFrom, againstTo, limit, by, ...rest } = query;
  const { measure, unit, ...filter } = rest;
  requireKnownUnit(measure, unit);
  const days = await balanceRange(ctx, product, {
    ...query,
    bucket: "day",
    breakdown: "category",
  });
  const earlier = chosenDays({ againstFrom, againstTo }) ?? earlierDays(days, against);
  const { workspaceId, id: productId } = product;
  const reads = versionedReads(ctx, { workspaceId, productId, version });
  const cellsOf = (counted: Days) => {
    const list = { ...filter, ...daysCounted(measure, counted), limit: 1, format: "json" as const };
    return reads("groups", { ...itemQuestion(product, list), by, unit }, readGroupCells);
  };
  const [before, after] = await Promise.all([cellsOf(earlier), cellsOf(days)]);
  const moved = moversOf({ before, after, limit });
  const values = moved.movers.flatMap(({ value }) => (value === null ? [] : [value]));
  const names = await readGroupNames(ctx.db, { workspaceId, productId, by, values });
  return {
    timeZone: product.timeZone,
    measure,
    unit,
    by,
    apportioned: isShared(by),
    ...moved,
    movers: moved.movers.map((one) => ({ ...one, name: names.get(one.value ?? "") ?? null })),
    before: { ...earlier, ...moved.before },
    after: { ...days, ...moved.after },
  };
}

function chosenDays({
  againstFrom: from,
  againstTo: to,
}: Pick<GetMovers, "againstFrom" | "againstTo">): Days | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined) throw invalidDay("againstFrom", "Give the first day of them too.");
  if (to === undefined) throw invalidDay("againstTo", "Give the last day of them too.");
  requireKnownDay("againstFrom", from);
  requireKnownDay("againstTo", to);
  if (from > to) throw invalidDay("againstFrom", "The first day is after the last.");
  return { from, to };
}

/** The days as lists of items name them. */
function daysCounted(measure: Measure, { from, to }: Days): Omit<Partial<ListItems>, "team"> {
  switch (measure) {
    case "done":
      return { doneFrom: from, doneTo: to };
    case "opened":
      return { openedFrom: from, openedTo: to };
    case "open":
      return { openOn: to };
  }
}
