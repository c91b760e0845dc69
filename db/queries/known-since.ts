import { sql } from "drizzle-orm";

/**
 * The instant from which on a view of the past (`itemsAt`) tells of an item `w` with its
 * classification `c` what is told of it now: since then, no journal has anything of it that counts.
 * `infinity` where the item and its journals disagree, so that every view of the past is replayed.
 */
export const knownSince = sql`(
  select case
    when (told.type = 'closed' and told.at is distinct from w.closed_at)
      or (told.type = 'reopened' and w.closed_at is not null)
      or (w.state = 'closed') <> (w.closed_at is not null)
      or (w.closed_at is null and w.effort_days is not null)
      or (decided.since is null
        and (decided.changes > 0 or num_nonnulls(c.category, c.kind, c.because) > 0))
    then 'infinity'::timestamptz
    else greatest(w.created_at, w.closed_at, told.at, w.removed_at, decided.since) end
  from (
    select count(*) as changes, min(j.at) filter (where j.stays) as since
    from (
      -- The last answers that are the present one; what came before them does not matter any more.
      select own.at, bool_and((own.to_category, own.to_kind, own.because)
          is not distinct from (c.category, c.kind, c.because))
        over (order by own.at desc, own.id desc) as stays
      from classification_changes own
      where own.workspace_id = w.workspace_id and own.item_id = w.id
    ) j
  ) decided
  left join lateral (
    select e.at, e.type from item_events e
    where e.workspace_id = w.workspace_id and e.item_id = w.id and e.type in ('closed', 'reopened')
    order by e.at desc, e.type limit 1
  ) told on true
)`;
