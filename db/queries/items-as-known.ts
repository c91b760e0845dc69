import { type SQL, sql } from "drizzle-orm";
import { itemsWithClassification } from "./item-filter";

/**
 * Items `w` with their classification `c`, as they are now or as they were known at an instant:
 * replayed from both journals. What no journal tells (title, labels, points, people) is of today. For
 * an instant, `only` may name the ids that are needed: a statement of one column.
 */
export function itemsAt(asKnownAt: Date | undefined, only?: SQL): SQL {
  if (asKnownAt === undefined) return itemsWithClassification;
  const at = sql`${asKnownAt.toISOString()}::timestamptz`;
  return sql`(
    select i.workspace_id, i.id, i.product_id, i.source_id, i.key, i.number, i.url, i.title, i.body,
      case when known.is_closed then 'closed' else 'open' end as state,
      case when known.closed_at = i.closed_at then i.resolution end as resolution,
      i.type, i.labels, i.components, i.sprint, i.milestone, i.author, i.assignee, i.assignees, i.parent_key,
      i.is_container, i.is_subtask, i.points, i.created_at, i.updated_at,
      case when known.closed_at is null then null
        when known.closed_at = i.closed_at then i.effort_days else (
        select e.detail::numeric from item_events e
        where e.workspace_id = i.workspace_id and e.item_id = i.id and e.type = 'effort'
          and e.at <= known.closed_at
        order by e.at desc limit 1) end as effort_days,
      known.closed_at,
      case when i.removed_at <= ${at} then i.removed_at end as removed_at
    from work_items i
    left join lateral (
      select e.at, e.type from item_events e
      where e.workspace_id = i.workspace_id and e.item_id = i.id
        and e.type in ('closed', 'reopened') and e.at <= ${at}
      order by e.at desc, e.type limit 1) told on true
    cross join lateral (
      select case when told.type is null then coalesce(i.closed_at <= ${at}, false)
                  else told.type = 'closed' end as is_closed) now_closed
    cross join lateral (
      select now_closed.is_closed,
             case when now_closed.is_closed
                  then coalesce(told.at, i.closed_at) end as closed_at) known
    where i.created_at <= ${at} ${only ? sql`and i.id in (${only})` : sql``}
  ) w left join lateral (
    select j.item_id, j.to_category as category, j.to_kind as kind, j.because, j.confidence,
      j.evidence, null::jsonb as suggestion
    from classification_changes j
    where j.workspace_id = w.workspace_id and j.item_id = w.id and j.at <= ${at}
    order by j.at desc, j.id desc limit 1) c on true`;
}

/** The open dispute `d` of an item, now or at an instant. */
export function disputeAt(asKnownAt: Date | undefined): SQL {
  return sql`left join disputes d
    on d.workspace_id = w.workspace_id and d.item_id = w.id and ${isOpenAt(asKnownAt)}`;
}

/** Whether the dispute `d` is open, now or at an instant. */
export function isOpenAt(asKnownAt: Date | undefined): SQL {
  if (asKnownAt === undefined) return sql`d.settled_at is null`;
  const at = sql`${asKnownAt.toISOString()}::timestamptz`;
  return sql`d.at <= ${at} and coalesce(d.settled_at > ${at}, true)`;
}
