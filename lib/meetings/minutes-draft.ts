import type { Minutes } from "@/lib/domain/meeting";
import { combineMinutes, mergeMinutes } from "./merge-minutes";
import { sameValue } from "./same-value";

type Stored = { version: number; minutes: Minutes };

/** What somebody is writing, and the stored version that it was made from. */
export type MinutesDraft = {
  version: number;
  base: Minutes;
  mine: Minutes;
  /** Fields that two people changed at once, until it is chosen what stays. `base` holds theirs. */
  contested: string[];
  /** What was sent and not answered yet: where it comes back as what is stored, nobody else wrote it. */
  sent: Minutes[];
};

/** Tries are answered one by one: more than these only a lost connection leaves. */
const mostSent = 5;

export function draftOf({ version, minutes }: Stored): MinutesDraft {
  return { version, base: minutes, mine: minutes, contested: [], sent: [] };
}

/** What can be stored: a contested field stays as somebody else wrote it until it is chosen. */
export function storable({ base, mine, contested }: MinutesDraft): Minutes {
  if (contested.length === 0) return mine;
  return combineMinutes({ base, mine, theirs: base }, (field, _before, own, stored) =>
    contested.includes(field) ? stored : own,
  );
}

/** Whether there is something to be stored. */
export function isUnsaved(draft: MinutesDraft): boolean {
  return !sameValue(draft.base, storable(draft));
}

/** What was typed or chosen. */
export function typed(draft: MinutesDraft, change: Partial<Minutes>): MinutesDraft {
  return stillContested({ ...draft, mine: { ...draft.mine, ...change } });
}

/** It was chosen what stays in a field: what stands in it here. */
export function settled(draft: MinutesDraft, field: string): MinutesDraft {
  return { ...draft, contested: draft.contested.filter((one) => one !== field) };
}

/** What was stored meanwhile, beside what is being written. */
export function received(draft: MinutesDraft, stored: Stored): MinutesDraft {
  if (stored.version <= draft.version) return draft;
  const own = draft.sent.find((sent) => sameValue(sent, stored.minutes));
  if (own) return storedAs(draft, own, stored.version);
  const { minutes: mine, conflicts } = mergeMinutes(draft.base, draft.mine, stored.minutes);
  return stillContested({
    version: stored.version,
    base: stored.minutes,
    mine,
    contested: [...new Set([...draft.contested, ...conflicts.map(({ field }) => field)])],
    sent: [],
  });
}

/** `minutes` are on their way. */
export function sending(draft: MinutesDraft, minutes: Minutes): MinutesDraft {
  const others = draft.sent.filter((one) => !sameValue(one, minutes));
  return { ...draft, sent: [...others, minutes].slice(-mostSent) };
}

/** `sent` was stored as it is; what was typed since is still to be stored. */
export function storedAs(draft: MinutesDraft, sent: Minutes, version: number): MinutesDraft {
  if (version <= draft.version) return draft;
  return { ...draft, version, base: sent, sent: [] };
}

/** A field that reads the same on both sides, or is gone, is contested no more. */
function stillContested(draft: MinutesDraft): MinutesDraft {
  const { base, mine, contested } = draft;
  const differing = new Set<string>();
  combineMinutes({ base, mine, theirs: base }, (field, _before, own, stored) => {
    if (!sameValue(own, stored)) differing.add(field);
    return own;
  });
  return { ...draft, contested: contested.filter((field) => differing.has(field)) };
}
