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
import { AppError } from "@/lib/errors";
import { agreementAnswers } from "./agreement-answer";
import type { Context } from "./context";
import { isUuid, requireProduct } from "./find-product";
import { requireOngoing, unprocessable } from "./open-talk";
import { requireRight, speakerOf } from "./rights";

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
  requireRight(ctx.actor, "agree");
  const { productId } = (await requireAgreement(ctx, ctx.db, input.agreementId)).agreement;
  const { timeZone } = await requireProduct(ctx, productId);
  await ctx.db.transaction(async (tx) => {
    await lockAgreements(tx, productId);
    const { agreement, stage } = await requireAgreement(ctx, tx, input.agreementId);
    const talk = answerTalk(agreement, input.answer);
    const isGoingOn = talk.state === "in_force" || talk.state === "proposed";
    if (isGoingOn) requireOngoing(agreement, stage, dayOf(ctx.now(), timeZone));
    await recordAnswer(ctx, tx, { agreement, talk, answer: input.answer });
    await raiseProductVersion(tx, agreement);
  });
  const row = await requireAgreement(ctx, ctx.db, input.agreementId);
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
    ...{ workspaceId, agreementId, number, ...terms, ...step, ...speakerOf(ctx.actor) },
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

async function requireAgreement(ctx: Context, db: Db, agreementId: string) {
  const { workspaceId } = ctx.actor;
  const row = isUuid(agreementId) ? await findAgreement(db, { workspaceId, agreementId }) : null;
  if (!row) throw noSuchAgreement();
  return row;
}

function noSuchAgreement(): AppError {
  return new AppError("not_found", "There is no such agreement.");
}
