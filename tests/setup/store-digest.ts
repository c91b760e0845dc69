import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import type { SourceRow } from "@/db/schema";

/**
 * Everything a source's copy says, free of ids and of when it was fetched and decided: equal copies are
 * equal texts.
 */
export async function storeDigest(db: Db, source: SourceRow): Promise<string[]> {
  const rows = await queryRows<{ line: string }>(
    db,
    sql`
    select jsonb_build_object(
        'item', to_jsonb(w) - array['workspace_id', 'id', 'product_id', 'source_id', 'removed_at'],
        'removed', w.removed_at is not null,
        'raw', (select r.payload from raw_records r where r.workspace_id = w.workspace_id
                and r.source_id = w.source_id and r.external_id = w.external_id),
        'class', (select to_jsonb(c) - array['workspace_id', 'item_id'] from classifications c
                  where c.workspace_id = w.workspace_id and c.item_id = w.id),
        'ledger', (select jsonb_agg(to_jsonb(l) - array['workspace_id', 'product_id', 'item_id',
                     'source_id', 'known_since'] order by l.day) from ledger l
                   where l.workspace_id = w.workspace_id and l.item_id = w.id),
        'sprints', (select jsonb_agg(to_jsonb(s) - array['workspace_id', 'item_id', 'source_id']
                      order by s.sprint_id) from item_sprints s
                    where s.workspace_id = w.workspace_id and s.item_id = w.id),
        'events', (select jsonb_agg(jsonb_build_array(e.at, e.type, e.detail) order by e.at, e.type)
                   from item_events e where e.workspace_id = w.workspace_id and e.item_id = w.id)
      )::text as line
    from work_items w where w.workspace_id = ${source.workspaceId} and w.source_id = ${source.id}
    order by w.external_id collate "C"`,
  );
  return rows.map(({ line }) => line);
}
