import { sql } from "drizzle-orm";
import type { CategoryOrNone } from "@/lib/domain/category";
import { type Db, queryRows } from "../client";
import { isoText } from "./iso-text";

export type SettledRow = {
  itemId: string;
  key: string;
  url: string;
  title: string;
  from: CategoryOrNone;
  to: CategoryOrNone;
  contested: boolean;
  by: string | null;
  at: string;
};

/**
 * What people have settled since an instant: items whose category they set to another than it was
 * then, or about which they ended a dispute; in the order in which it was done.
 */
export function readSettledSince(
  db: Db,
  input: { workspaceId: string; productId: string; since: Date; limit: number },
): Promise<SettledRow[]> {
  const { workspaceId, productId, limit } = input;
  const since = sql`${input.since.toISOString()}::timestamptz`;
  return queryRows<SettledRow>(
    db,
    sql`
    with touched as (
      select o.item_id, o.actor, o.at, false as contested from overrides o
      where o.workspace_id = ${workspaceId} and o.at >= ${since}
      union all
      select d.item_id, d.settled_by, d.settled_at, true from disputes d
      where d.workspace_id = ${workspaceId} and d.settled_at >= ${since}
    ), settled as (
      select item_id, max(at) as at, bool_or(contested) as contested,
        (array_agg(actor order by at desc, contested))[1] as by
      from touched group by item_id
    ), told as (
      select w.id, w.key, w.url, w.title, s.at, s.contested, s.by,
        coalesce((
          select j.to_category from classification_changes j
          where j.workspace_id = w.workspace_id and j.item_id = w.id and j.at < ${since}
          order by j.at desc, j.id desc limit 1), 'unclassified') as was,
        coalesce(c.category, 'unclassified') as is_now
      from settled s
      join work_items w on w.workspace_id = ${workspaceId} and w.id = s.item_id
      left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id
      where w.product_id = ${productId}
    )
    select id as "itemId", key, url, title, was as "from", is_now as "to", contested, by,
      ${isoText(sql`at`)} as at
    from told where contested or was <> is_now
    order by told.at, key limit ${limit}`,
  );
}
