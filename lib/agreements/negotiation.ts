import {
  type AgreedShares,
  type AgreementState,
  type Decision,
  otherSide,
  type Side,
  type Terms,
} from "@/lib/domain/agreement";
import { sideWords } from "@/lib/domain/glossary";
import { AppError, type ErrorCode } from "@/lib/errors";
import { isSameShares } from "./shares";

/** What lies on the table: the latest version, whose it is, and whether it waits for an answer. */
export type Talk = { state: AgreementState; version: number; side: Side } & Terms;

export type Answer = {
  side: Side;
  decision: Decision;
  /** The version that is answered; absent: whichever is the latest. */
  version?: number | undefined;
  /** Of a counter-proposal; without `tolerance` it stays as it was. */
  shares?: AgreedShares | undefined;
  tolerance?: number | undefined;
};

/**
 * What an answer makes of a talk. Errors: `conflict` where it waits for no answer, or not about this
 * version; `forbidden` where it is the other side's to say; `unprocessable` where a counter-proposal
 * changes nothing.
 */
export function answerTalk(talk: Talk, answer: Answer): Talk {
  if (talk.state !== "proposed") throw refusal("conflict", "decision", overWords[talk.state]);
  if (answer.version !== undefined && answer.version !== talk.version) {
    const message = `Version ${answer.version} is no longer on the table: it is version ${talk.version} that waits for an answer.`;
    throw refusal("conflict", "version", message);
  }
  requireTurn(talk, answer);
  const { version, side, shares, tolerance } = talk;
  const tabled = { version, side, shares, tolerance };
  switch (answer.decision) {
    case "accept":
      return { state: "in_force", ...tabled };
    case "decline":
      return { state: "declined", ...tabled };
    case "withdraw":
      return { state: "withdrawn", ...tabled };
    case "counter":
      return countered(talk, answer);
  }
}

function requireTurn({ side }: Talk, answer: Answer): void {
  const isOwn = answer.side === side;
  if (answer.decision === "withdraw") {
    if (isOwn) return;
    const message = `Only ${sideWords[side].name}, whose proposal it is, can withdraw it.`;
    throw refusal("forbidden", "side", message);
  }
  if (!isOwn) return;
  const message = `A proposal is answered by the other side: it waits for ${sideWords[otherSide(side)].name}.`;
  throw refusal("forbidden", "side", message);
}

function countered(talk: Talk, { side, shares, tolerance = talk.tolerance }: Answer): Talk {
  if (!shares) throw refusal("invalid_request", "shares", "Say which shares you propose instead.");
  if (tolerance === talk.tolerance && isSameShares(shares, talk.shares)) {
    throw refusal("unprocessable", "shares", "That is what lies on the table: accept it instead.");
  }
  return { state: "proposed", version: talk.version + 1, side, shares, tolerance };
}

const overWords: Record<Exclude<AgreementState, "proposed">, string> = {
  in_force: "The proposal has been accepted already and is in force.",
  superseded: "The proposal was accepted, and another agreement has taken its place since.",
  declined: "The proposal has been declined already.",
  withdrawn: "The proposal has been withdrawn.",
};

function refusal(code: ErrorCode, field: string, message: string): AppError {
  return new AppError(code, message, { fields: { [field]: message } });
}
