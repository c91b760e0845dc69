import { type AgreementOfStage, listAgreementsOfProduct } from "@/db/queries/agreements";
import { countContested } from "@/db/queries/disputes";
import { listNotesOfProduct } from "@/db/queries/notes";
import { listStagesOfProduct } from "@/db/queries/stages";
import type { ProductRow } from "@/db/schema";
import { stageOn } from "@/lib/agreements/triggers";
import { dayOf } from "@/lib/balance/calendar";
import type { BalanceDrift } from "@/lib/contracts/balance";
import type { Digest } from "@/lib/contracts/digests";
import { otherSide } from "@/lib/domain/agreement";
import type { Days } from "@/lib/domain/balance";
import type { Context } from "./context";
import { getBalance } from "./get-balance";
import { agreementPath, readTriggers } from "./read-triggers";

/** What both sides should know of some whole weeks or a month, as it stands now. */
export async function composeDigest(
  ctx: Context,
  product: ProductRow,
  { from, to }: Days,
): Promise<Digest> {
  const { workspaceId, id: productId, name, timeZone } = product;
  const key = { workspaceId, productId };
  const { triggers, judged } = await readTriggers(ctx, product);
  const whole = judged.find(({ agreement }) => agreement.teamId === null);
  const { measure, unit } = whole?.agreement ?? {
    measure: "done" as const,
    unit: "items" as const,
  };
  const bucket = product.digest === "monthly" ? ("month" as const) : ("week" as const);
  const query = { from, to, measure, unit, bucket, breakdown: "category" as const };
  const [balance, stages, agreements, exceptions, notes, contested] = await Promise.all([
    getBalance({ ctx, input: { productId, query } }),
    listStagesOfProduct(ctx.db, key),
    listAgreementsOfProduct(ctx.db, { ...key, exceptions: false }),
    listAgreementsOfProduct(ctx.db, { ...key, exceptions: true }),
    listNotesOfProduct(ctx.db, { ...key, from }),
    countContested(ctx.db, key),
  ]);
  const { counts, excluded, unestimated, shares } = balance.totals;
  const today = dayOf(ctx.now(), timeZone);
  const stage = stageOn(stages, today);
  const goals = stages.find(({ id }) => id === stage?.id)?.goals ?? "";
  return {
    productId,
    product: name,
    ...{ timeZone, from, to },
    stage: stage ? { id: stage.id, name: stage.name, startsOn: stage.startsOn, goals } : null,
    balance: { measure, unit, counts, excluded, unestimated, shares },
    drift: withoutPeriods(balance.drift),
    sinceAgreed: withoutPeriods(whole?.drift ?? null),
    triggers,
    proposals: [...agreements, ...exceptions].flatMap((row) => proposalOf(row, today)),
    contested,
    notes: notes.map(({ day, kind, text }) => ({ day, kind, text })),
    syncedAt: balance.syncedAt,
    stale: balance.stale,
    madeAt: ctx.now().toISOString(),
  };
}

function withoutPeriods(drift: BalanceDrift | null): Digest["drift"] {
  if (drift === null) return null;
  const { periods: _, ...judgement } = drift;
  return judgement;
}

/** What can still be answered: of a stage or an exception that is over, nothing can be agreed. */
function proposalOf({ agreement, stage }: AgreementOfStage, today: string): Digest["proposals"] {
  const { id, productId, state, side, shares, tolerance, teamId, teamName } = agreement;
  const { startsOn, endsOn } = agreement;
  const isOver = [stage.endsOn, endsOn].some((day) => day !== null && day < today);
  if (state !== "proposed" || isOver) return [];
  return [
    {
      ...{ agreementId: id, stage: stage.name, team: teamName, side, shares, tolerance },
      exception: startsOn !== null,
      waitsFor: otherSide(side),
      path: agreementPath(productId, {
        stageId: stage.id,
        team: teamId === null ? null : { id: teamId },
      }),
    },
  ];
}
