import { type SQL, sql } from "drizzle-orm";
import type { Unit } from "@/lib/domain/balance";
import type { ChartedCategory } from "@/lib/domain/category";
import type { Grouping } from "@/lib/domain/grouping";
import { type Db, queryRows } from "../client";
import { joinGroups } from "./item-groups";
import { type ItemQuestion, itemsOf, questionConditions } from "./items";

export type GroupCellRow = {
  value: string | null;
  parts: number;
  category: ChartedCategory;
  amount: number;
  unestimated: number;
};

/**
 * Amounts per group, category and number of groups that an item is in; the excluded are left out.
 * The items are those that a list would show, so that a group and its list agree.
 */
export function readGroupCells(
  db: Db,
  { by, unit, ...question }: ItemQuestion & { by: Grouping; unit: Unit },
): Promise<GroupCellRow[]> {
  const weight = weightOf[unit];
  return queryRows<GroupCellRow>(
    db,
    sql`
    select own.value, own.parts, coalesce(c.category, 'unclassified') as category,
      ${weight ? sql`coalesce(sum(${weight}), 0)` : sql`count(*)`}::float8 as amount,
      ${weight ? sql`(count(*) filter (where ${weight} is null))` : sql`0`}::int as unestimated
    from ${itemsOf(question)} ${joinGroups(by)}
    where ${questionConditions(question)} and c.category is distinct from 'excluded'
    group by 1, 2, 3`,
  );
}

/** What an item adds; null is one. */
const weightOf: Record<Unit, SQL | null> = {
  items: null,
  points: sql`w.points`,
  effort_days: sql`w.effort_days`,
};
