import { sides } from "@/lib/domain/agreement";
import type { Decision, Minutes } from "@/lib/domain/meeting";
import { entryWords, outcomeWords, sideNames } from "./record-words";

/** What was typed and is not stored as it was typed, a line for each place: what to copy. */
export function leftTexts(stored: Minutes, mine: Minutes): string[] {
  return [
    ...left("Notes", stored.notes, mine.notes),
    ...leftEntries("Decision", stored.decisions, mine.decisions),
    ...leftEntries("Follow-up", stored.followUps, mine.followUps),
    ...sides.flatMap((side) =>
      left(
        `There for ${sideNames[side].toLowerCase()}`,
        stored.attendance[side],
        mine.attendance[side],
      ),
    ),
    ...Object.entries(mine.kept).flatMap(([id, kept]) =>
      left("What became of an earlier decision", keptWords(stored.kept[id]), keptWords(kept)),
    ),
  ];
}

function left(place: string, stored: string, mine: string): string[] {
  return mine === stored || mine.trim() === "" ? [] : [`${place}: ${mine}`];
}

function leftEntries(place: string, stored: Decision[], mine: Decision[]): string[] {
  return mine.flatMap((entry) => {
    const before = stored.find(({ id }) => id === entry.id);
    return left(place, before ? entryWords(before) : "", entryWords(entry));
  });
}

function keptWords(kept: Minutes["kept"][string] | undefined): string {
  if (!kept) return "";
  const { outcome, remark } = kept;
  return [outcome ? outcomeWords[outcome] : "", remark].filter((part) => part !== "").join(": ");
}
