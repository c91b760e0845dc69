import type { Minutes } from "@/lib/domain/meeting";
import { sameValue } from "./same-value";

/** A text that two people changed at once: ours is kept, theirs is told. */
export type MinutesConflict = { field: string; mine: string; theirs: string };

type Merged = { minutes: Minutes; conflicts: MinutesConflict[] };
type Entry = { id: string };
type Pick = <T>(field: string, base: T | undefined, mine: T, theirs: T) => T;

/**
 * Two changes of the same minutes as one: whatever only one of them changed, added or removed is as
 * that one has it. Nothing that was written is lost: an entry that one removes while the other
 * changes it stays, and of a text that both changed ours stays and theirs is told.
 */
export function mergeMinutes(base: Minutes, mine: Minutes, theirs: Minutes): Merged {
  const conflicts: MinutesConflict[] = [];
  const minutes = combineMinutes({ base, mine, theirs }, (field, before, own, other) => {
    if (sameValue(own, before)) return other;
    if (!sameValue(other, before) && !sameValue(own, other)) {
      conflicts.push({ field, mine: String(own ?? ""), theirs: String(other ?? "") });
    }
    return own;
  });
  return { minutes, conflicts };
}

/** Two changes of the same minutes as one, field by field as `pick` has it. */
export function combineMinutes(three: Three<Minutes>, pick: Pick): Minutes {
  const { base, mine, theirs } = three;
  return {
    attendance: mergeFields(
      "attendance",
      { before: base.attendance, own: mine.attendance, other: theirs.attendance },
      pick,
    ),
    notes: pick("notes", base.notes, mine.notes, theirs.notes),
    decisions: mergeEntries("decisions", each(three, "decisions"), pick),
    followUps: mergeEntries("followUps", each(three, "followUps"), pick),
    kept: mergeKept(each(three, "kept"), pick),
  };
}

type Three<T> = { base: T; mine: T; theirs: T };

function each<K extends keyof Minutes>(three: Three<Minutes>, key: K): Three<Minutes[K]> {
  return { base: three.base[key], mine: three.mine[key], theirs: three.theirs[key] };
}

function mergeEntries<T extends Entry>(name: string, three: Three<T[]>, pick: Pick): T[] {
  const find = (list: T[], id: string) => list.find((entry) => entry.id === id);
  const { base, mine, theirs } = three;
  const ids = new Set([...theirs, ...mine].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const before = find(base, id);
    const own = find(mine, id);
    const other = find(theirs, id);
    if (own && other) return [mergeFields(`${name}.${id}`, { before, own, other }, pick)];
    const left = own ?? other;
    // Removed on the other side: it goes, unless this side has changed it since.
    return left && (!before || !sameValue(left, before)) ? [left] : [];
  });
}

function mergeFields<T extends object>(
  name: string,
  { before, own, other }: { before: T | undefined; own: T; other: T },
  pick: Pick,
): T {
  const merged = { ...own };
  for (const key of keysOf(own)) {
    merged[key] = pick(`${name}.${String(key)}`, before?.[key], own[key], other[key]);
  }
  return merged;
}

function mergeKept({ base, mine, theirs }: Three<Minutes["kept"]>, pick: Pick): Minutes["kept"] {
  const nothing: Minutes["kept"][string] = { outcome: null, remark: "" };
  const ids = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(
    ids.map((id) => {
      const before = base[id] ?? nothing;
      const own = mine[id] ?? nothing;
      const other = theirs[id] ?? nothing;
      return [id, mergeFields(`kept.${id}`, { before, own, other }, pick)];
    }),
  );
}

/** Guarantee of the cast: entries and remarks are plain objects that hold their own fields alone. */
function keysOf<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[];
}
