import {
  type AgreementOfStage,
  countAgreements,
  insertAgreement,
  insertAgreementStep,
  readTalk,
} from "@/db/queries/agreements";
import { lockAgreements } from "@/db/queries/product-lock";
import { findStage } from "@/db/queries/stages";
import { readTeams } from "@/db/queries/teams";
import type { AgreementRow, ProductRow, StageRow } from "@/db/schema";
import { dayOf } from "@/lib/balance/calendar";
import type { Agreement } from "@/lib/contracts/agreements";
import { mostAgreements, otherSide } from "@/lib/domain/agreement";
import { sideWords } from "@/lib/domain/glossary";
import { AppError } from "@/lib/errors";
import { agreementAnswers } from "./agreement-answer";
import type { Context } from "./context";
import { recordDeed } from "./record-deed";
import { requireKnownUnit } from "./require-known-unit";
import { speakerOf } from "./rights";

/** A proposal as it is made: its first version. */
export type Proposal = Pick<
  AgreementRow,
  | "stageId"
  | "teamId"
  | "startsOn"
  | "endsOn"
  | "measure"
  | "unit"
  | "reviewOn"
  | "side"
  | "shares"
  | "tolerance"
> & { reason: string };

/** Puts a proposal on the table. Errors: as `proposeAgreement`. */
export async function openTalk(
  ctx: Context,
  product: ProductRow,
  { reason, ...proposal }: Proposal,
): Promise<Agreement> {
  const { workspaceId, id: productId, timeZone } = product;
  requireKnownUnit(proposal.measure, proposal.unit);
  const speaker = speakerOf(ctx.actor, { productId, side: proposal.side });
  const at = ctx.now();
  const teamName = await teamNameOf(ctx, product, proposal.teamId);
  const agreement: AgreementRow = {
    ...proposal,
    ...{ workspaceId, productId, teamName },
    id: crypto.randomUUID(),
    state: "proposed",
    version: 1,
    inForceAt: null,
    supersededAt: null,
    createdAt: at,
  };
  const stored = await ctx.db.transaction(async (tx): Promise<AgreementOfStage> => {
    await lockAgreements(tx, productId);
    const stage = await findStage(tx, { workspaceId, stageId: proposal.stageId });
    if (!stage || stage.productId !== productId) {
      throw unprocessable("stageId", "This product has no such stage.");
    }
    requireOngoing(agreement, stage, dayOf(at, timeZone));
    const talk = { ...agreement, exception: agreement.startsOn !== null };
    const [open] = await readTalk(tx, { ...talk, state: "proposed" });
    if (open) throw stillOpen(open);
    if ((await countAgreements(tx, { workspaceId, productId })) >= mostAgreements) {
      throw new AppError("unprocessable", `A product has at most ${mostAgreements} agreements.`);
    }
    await insertAgreement(tx, agreement);
    const { side, shares, tolerance } = proposal;
    await insertAgreementStep(tx, {
      ...{ workspaceId, agreementId: agreement.id, number: 1, act: "propose", version: 1 },
      ...{ side, shares, tolerance, reason, at, ...speaker },
    });
    const parts = Object.entries(shares).map(([name, share]) => `${name} ${share} %`);
    const detail = { side, stage: stage.name, shares: parts.join(", "), tolerance };
    const subject = agreement.id;
    await recordDeed(ctx, tx, { kind: "agreement.propose", productId, subject, detail });
    return { agreement, stage };
  });
  const [answer] = await agreementAnswers(ctx, [stored], timeZone);
  if (!answer) throw new Error("An agreement was stored and could not be told.");
  return answer;
}

/**
 * Whatever is agreed is for days to come. Errors: `unprocessable` naming the stage that has ended,
 * or the day of an exception that is over or outside its stage.
 */
export function requireOngoing(
  { startsOn, endsOn }: Pick<AgreementRow, "startsOn" | "endsOn">,
  stage: StageRow,
  today: string,
): void {
  if (stage.endsOn !== null && stage.endsOn < today) {
    throw unprocessable(
      "stageId",
      `${stage.name} ended on ${stage.endsOn}: nothing can be agreed for it.`,
    );
  }
  if (startsOn === null || endsOn === null) return;
  if (endsOn < today) throw unprocessable("endsOn", "The days of the exception are over.");
  const outside = `${stage.name} lasts from ${stage.startsOn}${stage.endsOn ? ` to ${stage.endsOn}` : ""}: choose days of it.`;
  if (startsOn < stage.startsOn) throw unprocessable("startsOn", outside);
  if (stage.endsOn !== null && endsOn > stage.endsOn) throw unprocessable("endsOn", outside);
}

export function unprocessable(field: string, message: string): AppError {
  return new AppError("unprocessable", message, { fields: { [field]: message } });
}

function stillOpen({ side }: AgreementRow): AppError {
  const message = `A proposal for it is on the table already and waits for ${sideWords[otherSide(side)].name}: it can be answered with a counter-proposal.`;
  return new AppError("conflict", message, { fields: { stageId: message } });
}

async function teamNameOf(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  teamId: string | null,
): Promise<string | null> {
  if (teamId === null) return null;
  const [team] = await readTeams(ctx.db, { workspaceId, productId, teamIds: [teamId] });
  if (!team)
    throw unprocessable("teamId", "This product has no such team; it may have been deleted.");
  return team.name;
}
