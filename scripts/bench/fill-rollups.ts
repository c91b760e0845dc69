import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import { weekdays } from "@/lib/domain/balance";

const amounts = [
  ...["opened", "done", "open"].flatMap((measure) => [
    { name: measure, of: `sum(${measure})` },
    { name: `${measure}_points`, of: `sum(${measure} * coalesce(points, 0))` },
    {
      name: `${measure}_unestimated`,
      of: `sum(case when points is null then ${measure} else 0 end)`,
    },
  ]),
  { name: "done_effort_days", of: "sum(done * coalesce(effort_days, 0))" },
  { name: "done_unmeasured", of: "sum(case when effort_days is null then done else 0 end)" },
];
const names = sql.raw(amounts.map(({ name }) => name).join(", "));
const byDay = sql.raw(amounts.map(({ name, of }) => `${of}::numeric as ${name}`).join(", "));
const summed = sql.raw(amounts.map(({ name }) => `sum(${name})`).join(", "));
const isAny = sql.raw(amounts.map(({ name }) => `sum(${name}) <> 0`).join(" or "));

/** What an item's rows are added up by, and how its values are joined to them. */
const traits: { dimension: string; value: SQL; joined?: SQL }[] = [
  { dimension: "all", value: sql`''` },
  { dimension: "source", value: sql`source_id::text` },
  {
    dimension: "assignee",
    value: sql`own.person`,
    joined: sql`cross join lateral (
      select assignee as person
      union select jsonb_array_elements_text(co_assignees)) own`,
  },
  {
    dimension: "label",
    value: sql`own.label`,
    joined: sql`cross join lateral (
      select distinct label from jsonb_array_elements_text(labels) each_of(label)) own`,
  },
];

/**
 * Adds up a filled ledger: by day for each trait, and weeks and months from these, which reads each
 * row of the ledger four times and not twenty. Estimates are small whole numbers here, so that their
 * sums are exact as floating numbers too.
 */
export async function fillRollups(db: Db, product: ProductRow): Promise<void> {
  const [most, ...others] = traits.toReversed();
  await Promise.all([
    most && fillTrait(db, product, most),
    (async () => {
      for (const trait of others) await fillTrait(db, product, trait);
    })(),
  ]);
}

async function fillTrait(
  db: Db,
  { workspaceId, id: productId, weekStart }: ProductRow,
  { dimension, value, joined }: (typeof traits)[number],
): Promise<void> {
  const weekDay = sql`${weekdays.indexOf(weekStart) + 1}::int`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '512MB'`);
    await tx.execute(sql`
      insert into rollups (workspace_id, product_id, dimension, grain, value, start, category, kind,
        ${names})
      with by_day as materialized (
        select ${value} as value, day, category, kind, ${byDay} from ledger ${joined ?? sql``}
        where workspace_id = ${workspaceId} and product_id = ${productId} and ${value} is not null
        group by 1, 2, 3, 4
      )
      select ${workspaceId}::uuid, ${productId}::uuid, ${dimension}, grain.name, value, grain.start,
        category, kind, ${summed}
      from by_day
      cross join lateral (
        select 'day' as name, day as start
        union all select 'week', day - (extract(isodow from day)::int - ${weekDay} + 7) % 7
        union all select 'month', date_trunc('month', day)::date
      ) grain
      group by grain.name, value, grain.start, category, kind
      having ${isAny}`);
  });
}
