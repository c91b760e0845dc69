import { type AgreementOfStage, readAgreementSteps } from "@/db/queries/agreements";
import type { AgreementStepRow } from "@/db/schema";
import { daysInForce } from "@/lib/agreements/targets";
import type { Agreement, AgreementStep } from "@/lib/contracts/agreements";
import { otherSide } from "@/lib/domain/agreement";
import type { Context } from "./context";

/** Stored agreements of one product, each with its record, in the contract's words. */
export async function agreementAnswers(
  ctx: Context,
  rows: AgreementOfStage[],
  timeZone: string,
): Promise<Agreement[]> {
  const { workspaceId } = ctx.actor;
  const agreementIds = rows.map(({ agreement }) => agreement.id);
  const steps = await readAgreementSteps(ctx.db, { workspaceId, agreementIds });
  const stepsOf = new Map<string, AgreementStep[]>(agreementIds.map((id) => [id, []]));
  for (const step of steps) stepsOf.get(step.agreementId)?.push(stepAnswer(step));
  return rows.map((row) => agreementAnswer(row, stepsOf.get(row.agreement.id) ?? [], timeZone));
}

function agreementAnswer(
  { agreement, stage }: AgreementOfStage,
  steps: AgreementStep[],
  timeZone: string,
): Agreement {
  const { id, stageId, teamId, teamName, startsOn, endsOn, inForceAt, supersededAt } = agreement;
  const { measure, unit, reviewOn, state, version, side, shares, tolerance } = agreement;
  return {
    ...{ id, stageId, measure, unit, reviewOn, state, version, side, shares, tolerance, steps },
    stage: stage.name,
    team: teamId === null ? null : { id: teamId, name: teamName ?? "" },
    exception: startsOn === null || endsOn === null ? null : { startsOn, endsOn },
    waitsFor: state === "proposed" ? otherSide(side) : null,
    days: inForceAt && daysInForce({ ...agreement, inForceAt }, stage, timeZone),
    inForceAt: inForceAt?.toISOString() ?? null,
    supersededAt: supersededAt?.toISOString() ?? null,
    createdAt: agreement.createdAt.toISOString(),
  };
}

function stepAnswer(row: AgreementStepRow): AgreementStep {
  const { workspaceId: _, agreementId: __, personId: ___, at, ...step } = row;
  return { ...step, at: at.toISOString() };
}
