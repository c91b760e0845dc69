import type { Minutes } from "@/lib/domain/meeting";
import { type MinutesConflict, mergeMinutes } from "./merge-minutes";
import { sameValue } from "./same-value";

type Stored = { version: number; minutes: Minutes };

/** What somebody is writing, and the stored version that it was made from. */
export type MinutesDraft = {
  version: number;
  base: Minutes;
  mine: Minutes;
  /** Texts that others changed at the same time, until they are looked at. */
  conflicts: MinutesConflict[];
};

export function draftOf({ version, minutes }: Stored): MinutesDraft {
  return { version, base: minutes, mine: minutes, conflicts: [] };
}

/** Whether there is something to be stored. */
export function isUnsaved({ base, mine }: MinutesDraft): boolean {
  return !sameValue(base, mine);
}

/** What was stored meanwhile, beside what is being written. */
export function received(draft: MinutesDraft, stored: Stored): MinutesDraft {
  if (stored.version <= draft.version) return draft;
  const { minutes: mine, conflicts } = mergeMinutes(draft.base, draft.mine, stored.minutes);
  const earlier = draft.conflicts.filter((one) => !conflicts.some((c) => c.field === one.field));
  return {
    version: stored.version,
    base: stored.minutes,
    mine,
    conflicts: [...earlier, ...conflicts],
  };
}

/** `sent` was stored as it is; what was typed since is still to be stored. */
export function stored(draft: MinutesDraft, sent: Minutes, version: number): MinutesDraft {
  return { ...draft, version, base: sent };
}
