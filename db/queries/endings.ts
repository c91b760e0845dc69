import { sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";

export type EndingRow = { word: string; from: "resolution" | "status"; count: number };

/** More words than any tracker is set up with; one that has more shows its most frequent ones. */
const mostWords = 200;

/** The words by which a source's closed items ended, the most frequent first. */
export function countEndings(
  db: Db,
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
): Promise<EndingRow[]> {
  return queryRows<EndingRow>(
    db,
    sql`
    select coalesce(original_resolution, status) as word,
           case when original_resolution is null then 'status' else 'resolution' end as "from",
           count(*)::int as count
    from work_items
    where workspace_id = ${workspaceId} and source_id = ${sourceId}
      and state = 'closed' and removed_at is null
      and coalesce(original_resolution, status) is not null
    group by 1, 2 order by 3 desc, 1, 2 limit ${mostWords}`,
  );
}
