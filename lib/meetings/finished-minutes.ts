import type { Minutes } from "@/lib/domain/meeting";

/** The minutes as a record keeps them: without lines that nobody filled in, texts without edges. */
export function finishedMinutes(minutes: Minutes): Minutes {
  const { attendance, notes, decisions, followUps, kept } = minutes;
  return {
    attendance: { pm: attendance.pm.trim(), engineering: attendance.engineering.trim() },
    notes: notes.trim(),
    decisions: decisions.map(trimmed).filter(isFilled),
    followUps: followUps.map(trimmed).filter(isFilled),
    kept,
  };
}

function trimmed<T extends { text: string; owner: string }>(entry: T): T {
  return { ...entry, text: entry.text.trim(), owner: entry.owner.trim() };
}

function isFilled({ text, owner }: { text: string; owner: string }): boolean {
  return text !== "" || owner !== "";
}
