import { type AgreementOfStage, readAgreed } from "@/db/queries/agreements";
import { listStagesOfProduct } from "@/db/queries/stages";
import { listTeamsOfProduct } from "@/db/queries/teams";
import type { AgreementRow, ProductRow } from "@/db/schema";
import { daysInForce } from "@/lib/agreements/targets";
import { stageOn, type Trigger as Told, triggersOf } from "@/lib/agreements/triggers";
import { dayOf, instantsOf } from "@/lib/balance/calendar";
import { type CountedPeriod, type PooledPeriod, poolPeriods } from "@/lib/balance/pool-periods";
import type { BalanceDrift } from "@/lib/contracts/balance";
import type { Trigger } from "@/lib/contracts/triggers";
import type { Context } from "./context";
import { getBalance } from "./get-balance";
import { copiedUntil } from "./is-copied-until";

export type TriggersOfProduct = {
  triggers: Trigger[];
  /** How the balance compares with each agreement of the present stage since it was made. */
  judged: { agreement: AgreementRow; drift: BalanceDrift | null; periods: CountedPeriod[] }[];
};

type Period = Pick<CountedPeriod, "start" | "end">;

/** Why both sides of a product should talk again, and what that was told from. */
export async function readTriggers(ctx: Context, product: ProductRow): Promise<TriggersOfProduct> {
  const { workspaceId, id: productId, timeZone, outsidePeriod, outsidePeriods } = product;
  const key = { workspaceId, productId };
  const today = dayOf(ctx.now(), timeZone);
  const stages = await listStagesOfProduct(ctx.db, key);
  const stage = stageOn(stages, today);
  // A portfolio asks this of a hundred products, of which most may have none.
  if (!stage) return { triggers: [], judged: [] };
  const [rows, teams] = await Promise.all([
    readAgreed(ctx.db, key),
    listTeamsOfProduct(ctx.db, key),
  ]);
  const judging = rows.filter(
    ({ agreement: { stageId, state, startsOn, teamId } }) =>
      stageId === stage.id &&
      state === "in_force" &&
      startsOn === null &&
      (teamId === null || teams.some(({ id }) => id === teamId)),
  );
  const judged = await Promise.all(judging.map((row) => judge(ctx, product, row, today)));
  const copied = judged.length > 0 ? await copiedUntil(ctx, key) : null;
  const isCopied = ({ start, end }: Period) =>
    copied === null || copied >= instantsOf({ from: start, to: end }, timeZone).endsAt;
  const triggers = triggersOf({
    ...{ today, timeZone, stages, teams },
    agreed: rows.flatMap(({ agreement: { inForceAt, ...agreement } }) =>
      inForceAt ? [{ ...agreement, inForceAt }] : [],
    ),
    periods: new Map(
      judged.map(({ agreement: { id, measure }, periods }) => {
        const whole = periods.filter(isCopied);
        // A stock holds the same items week after week: they are no further draws.
        return [id, measure === "open" ? whole.map(alone) : poolPeriods(whole)];
      }),
    ),
    least: outsidePeriods,
    period: outsidePeriod,
  });
  const basisOf = (id: string | null) => judged.find(({ agreement }) => agreement.id === id);
  return {
    judged,
    triggers: triggers.map(({ outside, ...trigger }) => {
      const agreement = basisOf(trigger.agreementId)?.agreement;
      const path =
        outside && agreement
          ? balancePath({ productId, days: outside, agreement, bucket: outsidePeriod })
          : agreementPath(productId, trigger);
      return { ...trigger, path };
    }),
  };
}

async function judge(
  ctx: Context,
  { id: productId, timeZone, outsidePeriod }: ProductRow,
  { agreement, stage }: AgreementOfStage,
  today: string,
): Promise<TriggersOfProduct["judged"][number]> {
  const { inForceAt, measure, unit, teamId } = agreement;
  const days = inForceAt && daysInForce({ ...agreement, inForceAt }, stage, timeZone);
  if (!days || days.from > today) return { agreement, drift: null, periods: [] };
  const query = {
    ...{ measure, unit, from: days.from, to: today, bucket: outsidePeriod },
    ...(teamId !== null && { team: [teamId] }),
    breakdown: "category" as const,
  };
  const { drift, buckets } = await getBalance({ ctx, input: { productId, query } });
  const countsOf = new Map(buckets.map(({ start, counts }) => [start, counts]));
  const periods = (drift?.periods ?? []).flatMap((period) => {
    const counts = countsOf.get(period.start);
    return counts && period.agreementId === agreement.id ? [{ ...period, counts }] : [];
  });
  return { agreement, drift, periods };
}

function alone({ start, end, place }: CountedPeriod): PooledPeriod {
  return { start, end, place, periods: 1 };
}

/** The page that something agreed is talked about on. */
export function agreementPath(
  productId: string,
  { stageId, team }: Pick<Told, "stageId"> & { team: { id: string } | null },
): string {
  const parameters = new URLSearchParams({ stage: stageId, ...(team && { team: team.id }) });
  return `/products/${productId}/agreement?${parameters}`;
}

function balancePath({
  productId,
  days,
  agreement: { measure, unit, teamId },
  bucket,
}: {
  productId: string;
  days: NonNullable<Told["outside"]>;
  agreement: AgreementRow;
  bucket: string;
}): string {
  const view = new URLSearchParams({ period: "custom", ...days, bucket, measure, unit });
  if (teamId !== null) view.set("team", teamId);
  return `/products/${productId}/balance?${view}`;
}
