import type { Agreement } from "@/lib/contracts/agreements";
import type { Settled } from "@/lib/contracts/meetings";
import type { AgreementAct, AgreementState, Side } from "@/lib/domain/agreement";
import { categoryWords } from "@/lib/domain/glossary";
import type { FollowUp, Outcome } from "@/lib/domain/meeting";

export const outcomeWords: Record<Outcome, string> = {
  kept: "Kept",
  partly: "Partly kept",
  not_kept: "Not kept",
};

export const sideNames: Record<Side, string> = {
  pm: "Product manager",
  engineering: "Engineering",
};

const actWords: Record<AgreementAct, string> = {
  propose: "proposed",
  accept: "accepted",
  decline: "declined",
  counter: "proposed instead",
  withdraw: "withdrew",
  supersede: "agreed on another in place of",
};

/** Where it stood when the meeting was closed. */
export const stateWords: Record<AgreementState, string> = {
  proposed: "still on the table",
  in_force: "in force",
  declined: "declined",
  withdrawn: "withdrawn",
  superseded: "superseded",
};

/** Who said what since an instant, why, and who spoke: a line for each step, in order. */
export function saidSince({ steps }: Agreement, since: string): string[] {
  return steps
    .filter(({ at }) => Date.parse(at) >= Date.parse(since))
    .map(({ side, speaker, local, act, shares, tolerance, reason }) => {
      const who = `${sideNames[side]} (${speaker}${local ? ", who may speak for both sides" : ""})`;
      const why = reason ? `: “${reason}”` : ".";
      return `${who} ${actWords[act]} ${shares.feature} ± ${tolerance}${why}`;
    });
}

/** What a talk was about. */
export function subjectOf({ stage, team, exception }: Agreement): string {
  const days = exception ? `, exception ${exception.startsOn} to ${exception.endsOn}` : "";
  return `${stage}${team ? `, team ${team.name}` : ""}${days}`;
}

/** What became of an item that was settled. */
export function settledWords({ from, to, contested, by }: Settled): string {
  const is = categoryWords[to].name;
  const what = from === to ? `stays ${is}` : `${categoryWords[from].name} → ${is}`;
  return `${what}${contested ? ", no longer contested" : ""}${by ? ` (${by})` : ""}`;
}

/** `Text (Ada, by 2026-03-09)`. */
export function entryWords({
  text,
  owner,
  dueOn,
}: Omit<FollowUp, "id" | "dueOn"> & { dueOn?: string | null }) {
  const who = [owner, dueOn ? `by ${dueOn}` : ""].filter((part) => part !== "").join(", ");
  return who === "" ? text : `${text} (${who})`;
}
