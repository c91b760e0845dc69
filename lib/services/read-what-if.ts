import { listStagesOfProduct } from "@/db/queries/stages";
import type { ProductRow } from "@/db/schema";
import { presentStage } from "@/lib/agreements/present-stage";
import { dayOf } from "@/lib/balance/calendar";
import type { WhatIf } from "@/lib/contracts/forecast";
import { usualWeeksAhead } from "@/lib/domain/forecast";
import { scenariosOf } from "@/lib/forecast/scenarios";
import type { Context } from "./context";
import { getForecast } from "./get-forecast";
import { listAgreements } from "./list-agreements";

/** The weeks ahead as known at an instant, under what is now agreed and proposed for the present stage. */
export async function readWhatIf(
  ctx: Context,
  product: ProductRow,
  knownAt: Date,
): Promise<WhatIf> {
  const { workspaceId, id: productId, timeZone } = product;
  const stages = await listStagesOfProduct(ctx.db, { workspaceId, productId });
  const { items } = await listAgreements({ ctx, input: { productId, exceptions: false } });
  const stage = presentStage(stages, dayOf(ctx.now(), timeZone));
  const asked = { weeks: usualWeeksAhead, asKnownAt: knownAt.toISOString() };
  const answers = await Promise.all(
    scenariosOf(items, stage, null).map(async ({ name, shares }) => {
      const query = { ...asked, ...(shares && { shares }) };
      return { name, answer: await getForecast({ ctx, input: { productId, query } }) };
    }),
  );
  const [first] = answers;
  return {
    start: first?.answer.start ?? null,
    reason: first?.answer.reason ?? null,
    scenarios: answers.flatMap(({ name, answer: { shares, forecast } }) => {
      if (!forecast) return [];
      const { weeks, steadyFrom } = forecast;
      return [{ name, shares, weeks, steadyFrom }];
    }),
  };
}
