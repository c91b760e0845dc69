import { type AgreementOfStage, listAgreementsOfProduct } from "@/db/queries/agreements";
import { countContested } from "@/db/queries/disputes";
import { listNotesOfProduct } from "@/db/queries/notes";
import { listStagesOfProduct } from "@/db/queries/stages";
import type { ProductRow } from "@/db/schema";
import { countedOtherwise } from "@/lib/agreements/counted-alike";
import { stageOn } from "@/lib/agreements/triggers";
import { dayOf } from "@/lib/balance/calendar";
import type { BalanceDrift } from "@/lib/contracts/balance";
import type { Digest } from "@/lib/contracts/digests";
import { type Basis, otherSide } from "@/lib/domain/agreement";
import type { Days } from "@/lib/domain/balance";
import type { Context } from "./context";
import { getBalance } from "./get-balance";
import { mostHeld, readAgreedIn } from "./meeting-basis";
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
  const now = judged.find(({ agreement }) => agreement.teamId === null);
  const held = await readAgreedIn(ctx, product, { from, to });
  const basis: Basis = mostHeld(held) ?? now?.agreement ?? { measure: "done", unit: "items" };
  const { measure, unit } = basis;
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
    targetsMissing: otherwiseOf(held, basis) ?? balance.targetsMissing,
    sinceAgreed: withoutPeriods(now?.drift ?? null),
    sinceBasis: now ? { measure: now.agreement.measure, unit: now.agreement.unit } : null,
    triggers,
    proposals: [...agreements, ...exceptions].flatMap((row) => proposalOf(row, today)),
    contested,
    notes: notes.map(({ day, kind, text }) => ({ day, kind, text })),
    syncedAt: balance.syncedAt,
    stale: balance.stale,
    madeAt: ctx.now().toISOString(),
  };
}

/** That something else was agreed on some of the days, counted in another way than they are told in. */
function otherwiseOf(
  held: Awaited<ReturnType<typeof readAgreedIn>>,
  { measure, unit }: Basis,
): string | null {
  const other = held.find(({ agreement }) => {
    return agreement.measure !== measure || agreement.unit !== unit;
  });
  return other ? countedOtherwise({ ...other.agreement, stage: other.target.stage }) : null;
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
