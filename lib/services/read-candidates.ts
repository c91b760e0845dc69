import { type CandidateRow, readOffered, readPlannedItems } from "@/db/queries/plans";
import type { ProductRow } from "@/db/schema";
import { dayOf, instantsOf } from "@/lib/balance/calendar";
import type { Candidate } from "@/lib/contracts/plan";
import { mostCandidates, type PlanScope } from "@/lib/domain/plan";
import { priorityOf } from "@/lib/plan/priority-of";
import { type Lacking, rankCandidates } from "@/lib/plan/rank-candidates";
import type { Context } from "./context";
import type { VersionedReads } from "./versioned-reads";

type Asked = { scope: PlanScope; chosen: string[]; lacking: Lacking };

/**
 * The chosen items and the highest of the others, in the order of their rank, and how many there are
 * to choose from. Kept for a day: age is counted to its end.
 */
export async function readCandidates(
  ctx: Context,
  { workspaceId, id: productId, timeZone }: ProductRow,
  { reads, ...asked }: Asked & { reads: VersionedReads },
): Promise<{ candidates: Candidate[]; total: number }> {
  const today = dayOf(ctx.now(), timeZone);
  const { endsAt } = instantsOf({ from: today, to: today }, timeZone);
  const question = { workspaceId, productId, ...asked, now: endsAt };
  const rows = await reads("plan candidates", question, readRanked);
  return { candidates: rows.map(({ candidate }) => candidate), total: rows[0]?.total ?? 0 };
}

async function readRanked(
  db: Context["db"],
  {
    scope,
    chosen,
    lacking,
    now,
    ...own
  }: Asked & { workspaceId: string; productId: string; now: Date },
): Promise<{ candidate: Candidate; total: number }[]> {
  const [planned, offered] = await Promise.all([
    readPlannedItems(db, { ...own, chosen }),
    readOffered(db, { ...own, scope, most: mostCandidates + chosen.length }),
  ]);
  const total = offered[0]?.total ?? 0;
  const known = new Set(offered.map(({ id }) => id));
  const rows: (CandidateRow & { position?: number })[] = [
    ...offered,
    ...planned.filter(({ id }) => !known.has(id)),
  ];
  const rankable = rows.map((row) => ({
    ...row,
    category: row.category ?? ("unclassified" as const),
    priority: priorityOf(row),
  }));
  const isChosen = new Set(chosen);
  let others = 0;
  return rankCandidates(rankable, { lacking, now, total })
    .filter(({ id }) => isChosen.has(id) || others++ < mostCandidates)
    .map((row) => ({ candidate: candidateOf(row), total }));
}

type Ranked = Omit<CandidateRow, "priority" | "category"> &
  Pick<Candidate, "rank"> & { category: NonNullable<CandidateRow["category"]> | "unclassified" };

function candidateOf({
  id,
  key,
  url,
  title,
  state,
  createdAt,
  points,
  category,
  kind,
  rank,
}: Ranked): Candidate {
  const told = category === "unclassified" ? null : category;
  return { id, key, url, title, state, createdAt, points, category: told, kind, rank };
}
