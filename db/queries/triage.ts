import { type SQL, sql } from "drizzle-orm";
import type { Trait } from "@/lib/domain/triage-trait";
import { type Db, queryRows } from "../client";
import { isOwnWork } from "./item-filter";
import { type ItemRow, itemColumns } from "./items";
import { disputeAt, itemsAt } from "./items-as-known";

type ProductKey = { workspaceId: string; productId: string };

/** Below this, a decided item is doubtful: the evidence was read past other words, or guessed. */
const doubtfulBelow = 0.9;

export type TriageRow = ItemRow & {
  /** Undecided items right below it, which a decision about it would decide too. */
  settles: number;
  score: number;
};

export type TriageCursor = { score: number; createdAt: string; id: string };

const undecided = sql`c.category is null`;
const doubtful = sql`c.category is not null and c.because <> 'override'
  and c.confidence < ${doubtfulBelow}::float8`;
const present = ({ workspaceId, productId }: ProductKey) => sql`
  w.workspace_id = ${workspaceId} and w.product_id = ${productId} and ${isOwnWork(workspaceId)}
  and (w.removed_at is null or w.closed_at is not null)`;
const items = sql`${itemsAt(undefined)} ${disputeAt(undefined)}`;

/**
 * Items that want a decision and have all of `traits`. Epics are here only for what they would
 * decide; `below.settles` is how much that is.
 */
function waiting(key: ProductKey, traits: readonly Trait[]): SQL {
  const conditions = [present(key), sql`(${undecided} or ${doubtful})`, ...traits.map(hasTrait)];
  return sql`${items}
    left join (
      select l.parent_id, count(*) as settles
      from item_parents l
      left join classifications k on k.workspace_id = l.workspace_id and k.item_id = l.item_id
      where l.workspace_id = ${key.workspaceId} and k.category is null
      group by l.parent_id
    ) below on below.parent_id = w.id
    where ${sql.join(conditions, sql` and `)}
      and (not w.is_container or (${undecided} and below.settles > 0))`;
}

function hasTrait({ field, value }: Trait): SQL {
  switch (field) {
    case "suggested":
      return sql`coalesce(c.suggestion ->> 'category', c.category) = ${value}::text`;
    case "label":
      return sql`w.labels @> ${JSON.stringify([value])}::text::jsonb`;
    case "type":
      return sql`w.type = ${value}::text`;
    case "parent":
      return sql`w.parent_key = ${value}::text`;
    case "author":
      return sql`w.author = ${value}::text`;
    default:
      return field satisfies never;
  }
}

/**
 * Items that want a decision, the most informative first: undecided ones before doubtful ones, what
 * would decide most below it first, and then what the model is least sure of.
 */
export async function readTriage(
  db: Db,
  input: ProductKey & { traits: readonly Trait[]; limit: number; after: TriageCursor | null },
): Promise<TriageRow[]> {
  const { traits, limit, after } = input;
  const rows = await queryRows<TriageRow & { created_instant: unknown }>(
    db,
    sql`
    with waiting as (
      select ${itemColumns}, coalesce(below.settles, 0)::int as settles,
        round((case when ${undecided}
          then 2 + coalesce(below.settles, 0)
               - coalesce((c.suggestion ->> 'confidence')::float8, 0)
          else 1 - c.confidence end)::numeric, 6)::float8 as score,
        w.created_at as created_instant
      from ${waiting(input, traits)}
    )
    select * from waiting
    ${
      after
        ? sql`where (score, created_instant, id) <
            (${after.score}::float8, ${after.createdAt}::timestamptz, ${after.id}::uuid)`
        : sql``
    }
    order by score desc, created_instant desc, id desc limit ${limit}`,
  );
  // It is sorted by, and says no more than the item's text of it.
  return rows.map(({ created_instant: _, ...row }) => row);
}

/** How many items want a decision and have all of `traits`. */
export async function countWaiting(
  db: Db,
  { traits, ...key }: ProductKey & { traits: readonly Trait[] },
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from ${waiting(key, traits)}`,
  );
  return row?.count ?? 0;
}

/** How many of the items that want a decision have each of `traits`, in their order. */
export async function countByTrait(
  db: Db,
  { traits, ...key }: ProductKey & { traits: readonly Trait[] },
): Promise<number[]> {
  if (traits.length === 0) return [];
  const counts = traits.map((trait) => sql`count(*) filter (where ${hasTrait(trait)})`);
  const [row] = await queryRows<{ counts: number[] }>(
    db,
    sql`select to_jsonb(array[${sql.join(counts, sql`, `)}]) as counts from ${waiting(key, [])}`,
  );
  return row?.counts ?? [];
}

export type TriageCounts = { classified: number; unclassified: number; doubtful: number };

/** How much of a product's work is decided; excluded items are none. */
export async function countTriage(db: Db, key: ProductKey): Promise<TriageCounts> {
  const [row] = await queryRows<TriageCounts>(
    db,
    sql`
    select count(*) filter (where c.category <> 'excluded')::int as classified,
      count(*) filter (where ${undecided})::int as unclassified,
      count(*) filter (where ${doubtful})::int as doubtful
    from ${items} where ${present(key)} and not w.is_container`,
  );
  return row ?? { classified: 0, unclassified: 0, doubtful: 0 };
}
