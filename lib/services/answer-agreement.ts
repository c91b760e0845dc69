import type { z } from "zod";
import type { Db } from "@/db/client";
import {
  findAgreement,
  insertAgreementStep,
  readAgreementSteps,
  readTalk,
  updateAgreement,
} from "@/db/queries/agreements";
import { lockAgreements } from "@/db/queries/product-lock";
import { raiseProductVersion } from "@/db/queries/product-version";
import type { AgreementRow, AgreementStepRow } from "@/db/schema";
import { answerTalk } from "@/lib/agreements/negotiation";
import { dayOf } from "@/lib/balance/calendar";
import type { Agreement, answerAgreementSchema } from "@/lib/contracts/agreements";
import { sideWords } from "@/lib/domain/glossary";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import { agreementAnswers } from "./agreement-answer";
import type { Context } from "./context";
import { isUuid, requireProduct } from "./find-product";
import { requireOngoing, unprocessable } from "./open-talk";
import { recordDeed } from "./record-deed";
import { requireRightIn, speakerOf } from "./rights";

/** A talk that is longer than this is had elsewhere. */
const mostSteps = 200;

type Answer = z.output<typeof answerAgreementSchema>;

/**
 * Answers what lies on the table. Accepting puts it in force and in the place of what was in force
 * for the stage and team before (an exception: of those whose days it shares). Errors: `not_found`;
 * as `answerTalk`; `unprocessable` where what it is about is over.
 */
export async function answerAgreement({
  ctx,
  input,
}: {
  ctx: Context;
  input: { agreementId: string; answer: Answer };
}): Promise<Agreement> {
  const { productId } = (await requireAgreement(ctx, ctx.db, input.agreementId, "agree")).agreement;
  const { timeZone } = await requireProduct(ctx, productId, "agree");
  await ctx.db.transaction(async (tx) => {
    await lockAgreements(tx, productId);
    const { agreement, stage } = await requireAgreement(ctx, tx, input.agreementId, "agree");
    const talk = answerTalk(agreement, input.answer);
    const isGoingOn = talk.state === "in_force" || talk.state === "proposed";
    if (isGoingOn) requireOngoing(agreement, stage, dayOf(ctx.now(), timeZone));
    await recordAnswer(ctx, tx, { agreement, talk, answer: input.answer });
    await raiseProductVersion(tx, agreement);
    const { side, decision } = input.answer;
    const detail = { side, decision, version: talk.version, state: talk.state };
    const subject = agreement.id;
    await recordDeed(ctx, tx, { kind: "agreement.answer", productId, subject, detail });
  });
  const row = await requireAgreement(ctx, ctx.db, input.agreementId, "agree");
  const [answer] = await agreementAnswers(ctx, [row], timeZone);
  if (!answer) throw noSuchAgreement();
  return answer;
}

async function recordAnswer(
  ctx: Context,
  tx: Db,
  {
    agreement,
    talk,
    answer,
  }: { agreement: AgreementRow; talk: ReturnType<typeof answerTalk>; answer: Answer },
): Promise<void> {
  await requireOneSide(ctx, tx, agreement, answer);
  const isAccepted = talk.state === "in_force";
  const replaced = isAccepted ? await readReplaced(tx, agreement) : [];
  const at = notBefore(
    ctx.now(),
    replaced.map(({ inForceAt }) => inForceAt),
  );
  const { side, decision: act, reason } = answer;
  for (const before of replaced) {
    const ended = { state: "superseded" as const, supersededAt: at };
    await writeStep(ctx, tx, before, ended, { act: "supersede", side, reason: null, at });
  }
  const change = { ...talk, ...(isAccepted && { inForceAt: at }) };
  await writeStep(ctx, tx, agreement, change, { act, side, reason: reason || null, at });
}

/**
 * Roles change: who has spoken for one side in a talk never speaks for the other in it. What was
 * proposed before there were accounts nobody has signed: whoever accepts it may have proposed it.
 */
async function requireOneSide(
  ctx: Context,
  tx: Db,
  agreement: AgreementRow,
  { side, decision }: Answer,
): Promise<void> {
  const { workspaceId, id, productId, version } = agreement;
  const { personId } = speakerOf(ctx.actor, { productId, side });
  if (personId === null) return;
  const said = await readAgreementSteps(tx, { workspaceId, agreementIds: [id] });
  const isBoth = said.some((step) => step.personId === personId && step.side !== side);
  if (isBoth) throw new AppError("forbidden", "You have spoken for the other side in this talk.");
  const made = said.find((step) => step.version === version);
  if (decision !== "accept" || !made?.local) return;
  const { name } = sideWords[agreement.side];
  const message = `This was proposed before people had accounts here, so that nobody has signed it: ${name} has to withdraw it and propose it again.`;
  throw new AppError("conflict", message, { fields: { decision: message } });
}

/** What an accepted agreement takes the place of. */
async function readReplaced(tx: Db, agreement: AgreementRow): Promise<AgreementRow[]> {
  const { startsOn, endsOn } = agreement;
  const exception = startsOn !== null && endsOn !== null;
  const inForce = await readTalk(tx, { ...agreement, exception, state: "in_force" });
  if (!exception) return inForce;
  return inForce.filter(
    (other) => (other.startsOn ?? "") <= endsOn && startsOn <= (other.endsOn ?? ""),
  );
}

/** Changes where an agreement stands, and says so in its record. */
async function writeStep(
  ctx: Context,
  tx: Db,
  agreement: AgreementRow,
  change: Parameters<typeof updateAgreement>[2],
  step: Pick<AgreementStepRow, "act" | "side" | "reason" | "at">,
): Promise<void> {
  const { workspaceId, id: agreementId, version, shares, tolerance } = agreement;
  const speaker = speakerOf(ctx.actor, { productId: agreement.productId, side: step.side });
  const said = await readAgreementSteps(tx, { workspaceId, agreementIds: [agreementId] });
  if (said.length >= mostSteps && step.act === "counter") {
    throw unprocessable(
      "decision",
      `This talk has ${mostSteps} steps: accept, decline or withdraw.`,
    );
  }
  const key = { workspaceId, agreementId, from: agreement };
  if (!(await updateAgreement(tx, key, change))) {
    throw new AppError("conflict", "Somebody has answered meanwhile: read it again.");
  }
  const terms = { version, shares, tolerance, ...pickTerms(change) };
  const number = said.length + 1;
  await insertAgreementStep(tx, {
    ...{ workspaceId, agreementId, number, ...terms, ...step, ...speaker },
  });
}

function pickTerms({ version, shares, tolerance }: Partial<AgreementRow>) {
  return {
    ...(version !== undefined && { version }),
    ...(shares !== undefined && { shares }),
    ...(tolerance !== undefined && { tolerance }),
  };
}

/** A clock that was set back must not end something before it began. */
function notBefore(now: Date, instants: (Date | null)[]): Date {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []));
  return new Date(Math.max(now.getTime(), ...times));
}

async function requireAgreement(ctx: Context, db: Db, agreementId: string, right: ProductRight) {
  const { workspaceId } = ctx.actor;
  const row = isUuid(agreementId) ? await findAgreement(db, { workspaceId, agreementId }) : null;
  if (!row) throw noSuchAgreement();
  requireRightIn(ctx.actor, right, row.agreement.productId, noSuchAgreement);
  return row;
}

function noSuchAgreement(): AppError {
  return new AppError("not_found", "There is no such agreement.");
}
