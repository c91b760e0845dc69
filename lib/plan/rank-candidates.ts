import type { Shares } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import type { Priority } from "@/lib/domain/plan";

/** Points of 100 for what the balance lacks, for the priority and for the age. */
const most = { lacks: 40, age: 20 };
const priorityPoints: Record<Priority, number> = { highest: 40, high: 30, medium: 15, low: 0 };
/** A category that lacks so much of what was agreed has all the points there are for it. */
const wholeLack = 0.2;
const dayMs = 86_400_000;

export type Rank = {
  points: number;
  lacks: { points: number; by: number } | null;
  priority: { points: number; is: Priority } | null;
  age: { points: number; days: number; olderThan: number };
};

type Rankable = {
  id: string;
  category: CategoryOrNone;
  createdAt: string;
  priority: Priority | null;
  /** How many older candidates there are, where not all of them are given. */
  position?: number;
};

/**
 * Candidates with the points that each has and what for, highest first; of two with as many, the
 * older one first. Age counts by rank among the candidates, so that one ancient item does not
 * flatten all others; `total` is how many there are, where not all of them are given.
 */
export function rankCandidates<T extends Rankable>(
  candidates: readonly T[],
  { lacking, now, total = candidates.length }: { lacking: Lacking; now: Date; total?: number },
): (T & { rank: Rank })[] {
  const position = positionsOf(candidates);
  const others = Math.max(1, total - 1);
  return candidates
    .map((candidate) => {
      const olderThan = Math.max(0, 1 - (position.get(candidate.id) ?? 0) / others);
      const days = Math.max(0, Math.floor((+now - Date.parse(candidate.createdAt)) / dayMs));
      const parts = {
        lacks: lackOf(candidate, lacking),
        priority: candidate.priority && {
          points: priorityPoints[candidate.priority],
          is: candidate.priority,
        },
        age: { points: total > 1 ? most.age * olderThan : 0, days, olderThan },
      };
      const points = (parts.lacks?.points ?? 0) + (parts.priority?.points ?? 0) + parts.age.points;
      return { ...candidate, rank: { points, ...parts } };
    })
    .sort((a, b) => b.rank.points - a.rank.points || older(a, b));
}

/** Each one's position by age; where that is not given, the next after the one that is older. */
function positionsOf(candidates: readonly Rankable[]): Map<string, number> {
  let last = -1;
  const positions = new Map<string, number>();
  for (const { id, position } of [...candidates].sort(older)) {
    last = position ?? last + 1;
    positions.set(id, last);
  }
  return positions;
}

function older(a: Rankable, b: Rankable): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1);
}

/** How far each category is under what was agreed, parts of 1; absent where it is not. */
export type Lacking = Partial<Record<CategoryOrNone, number>>;

function lackOf({ category }: Rankable, lacking: Lacking): Rank["lacks"] {
  const by = lacking[category] ?? 0;
  return by > 0 ? { points: most.lacks * Math.min(1, by / wholeLack), by } : null;
}

/**
 * What the balance lacks of what was agreed. Where upkeep was agreed as one, all of it lacks alike.
 */
export function lackingOf(actual: Shares, agreed: Shares): Lacking {
  const lacking: Lacking = {};
  const upkeep = ["maintenance", "rewrite", "tech_debt"] as const;
  if (actual.feature === null || agreed.feature === null) return lacking;
  const add = (category: keyof Shares, by: number) => {
    if (by > 1e-9) lacking[category] = by;
  };
  add("feature", agreed.feature - actual.feature);
  for (const category of upkeep) {
    const wanted = agreed[category];
    if (wanted === null) add(category, actual.feature - agreed.feature);
    else add(category, wanted - (actual[category] ?? 0));
  }
  return lacking;
}
