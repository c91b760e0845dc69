import { isUnsaved, type MinutesDraft } from "@/lib/meetings/minutes-draft";

const nameOf = (meetingId: string) => `minutes ${meetingId}`;

/** Keeps in this tab what is not stored, or waits for a choice, until it is. */
export function keepDraft(meetingId: string, draft: MinutesDraft): void {
  const isWaiting = isUnsaved(draft) || draft.contested.length > 0;
  if (isWaiting) sessionStorage.setItem(nameOf(meetingId), JSON.stringify(draft));
  else forgetDraft(meetingId);
}

/** Guarantee of the cast: nothing but `keepDraft` writes under this name. */
export function readDraft(meetingId: string): MinutesDraft | null {
  const text = sessionStorage.getItem(nameOf(meetingId));
  return text === null ? null : (JSON.parse(text) as MinutesDraft);
}

export function forgetDraft(meetingId: string): void {
  sessionStorage.removeItem(nameOf(meetingId));
}
