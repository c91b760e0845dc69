"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, sendJson } from "@/components/ui/api";
import type { Meeting } from "@/lib/contracts/meetings";
import type { Minutes } from "@/lib/domain/meeting";
import { leftTexts } from "@/lib/meetings/left-texts";
import {
  draftOf,
  isUnsaved,
  type MinutesDraft,
  received,
  sending,
  settled,
  storable,
  storedAs,
  typed,
} from "@/lib/meetings/minutes-draft";
import { keepDraft, readDraft } from "./kept-draft";
import { meetingKey, meetingOptions } from "./meetings-query";

/** While nothing hinders it. */
export const saving = "Saving…";

/** What nothing can save any more. */
export const tooLate = "The meeting was closed before this was saved: copy what you need of it.";

/** From the first key that is not saved, and after a try that failed. */
const pauseMs = { typing: 600, failed: 3000 };

/** How often a save is made again at once over what others saved first. */
const mostTries = 3;

/**
 * What is written during a meeting: saved as it is typed, at once where a field or the page is left,
 * kept in this browser until it is, and put together with what others write. Nothing is lost by a
 * reload or a lost connection.
 */
export function useMinutes(meeting: Meeting) {
  const { id } = meeting;
  const { draft, latest, put } = useDraft(meeting);
  const isOpen = meeting.closedAt === null;
  const { isSaving, failure, save, leave } = useSaving(id, latest, put);
  const unsaved = isUnsaved(draft);

  // What is stored while an own save is under way may be that save: its answer tells.
  useEffect(() => {
    if (!isSaving) put((mine) => received(mine, meeting));
  }, [meeting, isSaving, put]);
  useEffect(() => {
    if (!unsaved || isSaving || !isOpen) return;
    const timer = setTimeout(() => void save(), failure ? pauseMs.failed : pauseMs.typing);
    return () => clearTimeout(timer);
  }, [unsaved, isSaving, isOpen, failure, save]);
  useEffect(() => {
    if (!isOpen) return;
    const flush = () => void save();
    window.addEventListener("focusout", flush);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("focusout", flush);
      window.removeEventListener("pagehide", leave);
    };
  }, [isOpen, save, leave]);

  return {
    minutes: draft.mine,
    /** As it is stored, with what others wrote. */
    stored: draft.base,
    /** Fields that two people changed at once, until it is chosen what stays. */
    contested: draft.contested,
    /** Null where all is saved. */
    unsaved: unsaved ? (isOpen ? (failure ?? saving) : tooLate) : null,
    /** What was typed too late to be stored. */
    left: isOpen ? [] : leftTexts(draft.base, draft.mine),
    change: (change: Partial<Minutes>) => put((now) => typed(now, change)),
    settle: (field: string) => put((now) => settled(now, field)),
    /** Saves what is not saved yet. Returns the stored version; throws where something is left. */
    saveAll: async (): Promise<number> => {
      await save();
      if (isUnsaved(latest.current)) throw new Error("Not all is saved yet: try again.");
      if (latest.current.contested.length > 0) throw new Error("Choose first which text stays.");
      return latest.current.version;
    },
  };
}

export type MinutesWriting = ReturnType<typeof useMinutes>;

type Put = (change: (draft: MinutesDraft) => MinutesDraft) => void;

/** The draft as it is rendered, and at hand for what runs between two renderings. */
function useDraft(meeting: Meeting) {
  const { id } = meeting;
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const latest = useRef(draft);
  const put: Put = useCallback(
    (change) => {
      latest.current = change(latest.current);
      keepDraft(id, latest.current);
      setDraft(latest.current);
    },
    [id],
  );
  // After the first rendering, which has to be the server's.
  useEffect(() => {
    const kept = readDraft(id);
    if (kept) put(() => kept);
  }, [id, put]);
  return { draft, latest, put };
}

/** One save at a time; who asks for another meanwhile gets it after that one. */
function useSaving(id: string, latest: { current: MinutesDraft }, put: Put) {
  const queryClient = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<Promise<void>>(Promise.resolve());

  const send = useCallback(
    async (how: { keepalive?: boolean } = {}) => {
      const { version } = latest.current;
      const minutes = storable(latest.current);
      put((now) => sending(now, minutes));
      const path = `/api/meetings/${id}`;
      const answer = await sendJson<Meeting>("PATCH", path, { version, minutes }, how);
      put((now) => storedAs(now, minutes, answer.version));
      queryClient.setQueryData(meetingKey(id), answer);
    },
    [id, latest, put, queryClient],
  );

  /** Somebody was first: it is made again over what they wrote, unless they closed the meeting. */
  const sendOver = useCallback(async () => {
    for (let tries = 1; tries <= mostTries && isUnsaved(latest.current); tries++) {
      try {
        await send();
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== "conflict") throw error;
        const now = await queryClient.fetchQuery({ ...meetingOptions(id), staleTime: 0 });
        put((mine) => received(mine, now));
        if (now.closedAt !== null) return;
      }
    }
  }, [id, latest, put, queryClient, send]);

  const save = useCallback(() => {
    running.current = running.current.then(async () => {
      if (!isUnsaved(latest.current)) return;
      setIsSaving(true);
      await sendOver().then(
        () => setFailure(null),
        (error: Error) => setFailure(error.message),
      );
      setIsSaving(false);
    });
    return running.current;
  }, [latest, sendOver]);

  const leave = useCallback(() => {
    // What fails now is kept in this tab: nobody is there any more to be told.
    if (isUnsaved(latest.current)) void send({ keepalive: true }).catch(() => undefined);
  }, [latest, send]);

  return { isSaving, failure, save, leave };
}
