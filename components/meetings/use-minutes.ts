"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { ApiError, sendJson } from "@/components/ui/api";
import type { Meeting } from "@/lib/contracts/meetings";
import type { Minutes } from "@/lib/domain/meeting";
import {
  draftOf,
  isUnsaved,
  type MinutesDraft,
  received,
  stored,
} from "@/lib/meetings/minutes-draft";
import { meetingKey } from "./meetings-query";

/** What nothing can save any more. */
export const tooLate = "The meeting was closed before this was saved: copy what you need of it.";

/** After the last key, and after a try that failed. */
const pauseMs = { typing: 600, failed: 3000 };

/**
 * What is written during a meeting: saved as it is typed, kept in this browser until it is, and put
 * together with what others write. Nothing is lost by a reload or a lost connection.
 */
export function useMinutes(meeting: Meeting) {
  const { id } = meeting;
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const unsaved = isUnsaved(draft);

  // After the first rendering, which has to be the server's.
  useEffect(() => {
    const kept = readKept(id);
    if (kept) setDraft(kept);
  }, [id]);
  useEffect(() => setDraft((mine) => received(mine, meeting)), [meeting]);
  useEffect(() => keep(id, draft), [id, draft]);

  const save = useCallback(async () => {
    setIsSaving(true);
    const { version, mine: minutes } = draft;
    try {
      const answer = await sendJson<Meeting>("PATCH", `/api/meetings/${id}`, { version, minutes });
      setDraft((now) => stored(now, minutes, answer.version));
      queryClient.setQueryData(meetingKey(id), answer);
      setFailure(null);
    } catch (error) {
      // Somebody was first: what they wrote comes with the next reading, and is merged.
      const isBehind = error instanceof ApiError && error.code === "conflict";
      setFailure(isBehind || !(error instanceof Error) ? null : error.message);
      if (isBehind) await queryClient.invalidateQueries({ queryKey: meetingKey(id) });
    }
    setIsSaving(false);
  }, [draft, id, queryClient]);

  const isOpen = meeting.closedAt === null;
  useEffect(() => {
    if (!unsaved || isSaving || !isOpen) return;
    const timer = setTimeout(() => void save(), failure ? pauseMs.failed : pauseMs.typing);
    return () => clearTimeout(timer);
  }, [unsaved, isSaving, isOpen, failure, save]);

  return {
    minutes: draft.mine,
    version: draft.version,
    conflicts: draft.conflicts,
    /** Null where all is saved. */
    unsaved: unsaved ? (isOpen ? (failure ?? "Saving…") : tooLate) : null,
    change: (change: Partial<Minutes>) =>
      setDraft((now) => ({ ...now, mine: { ...now.mine, ...change } })),
    takeNote: (field: string) =>
      setDraft((now) => ({
        ...now,
        conflicts: now.conflicts.filter((conflict) => conflict.field !== field),
      })),
  };
}

export type MinutesWriting = ReturnType<typeof useMinutes>;

const nameOf = (meetingId: string) => `meeting ${meetingId}`;

function keep(meetingId: string, draft: MinutesDraft): void {
  if (isUnsaved(draft)) sessionStorage.setItem(nameOf(meetingId), JSON.stringify(draft));
  else sessionStorage.removeItem(nameOf(meetingId));
}

/** Guarantee of the cast: nothing but `keep` writes under this name. */
function readKept(meetingId: string): MinutesDraft | null {
  const text = sessionStorage.getItem(nameOf(meetingId));
  return text === null ? null : (JSON.parse(text) as MinutesDraft);
}
