import { type SQL, sql } from "drizzle-orm";
import type { BalanceCell, Measure, Unit } from "@/lib/domain/balance";
import type { RollupDimension, RollupGrain } from "@/lib/domain/ledger";
import { type Db, queryRows } from "../client";
import { daysArray } from "./days-array";
import { jsonTexts } from "./json-rows";
import {
  cellConditions,
  changedRows,
  isOfPast,
  type LedgerQuestion,
  ledgerRowsOf,
  type PastQuestion,
} from "./ledger-filter";
import { longestRolledValue } from "./rollup-cells";

/** Days of the product's time zone, both included; without `from`, all until `to`. */
type DaySpan = { from: string | null; to: string };

export type BalanceQuestion = LedgerQuestion & {
  /** First days of the buckets, in order and without gaps. */
  starts: string[];
  /** What is read: whole grains (first days of the first and the last) and the days beside them. */
  days: { range: DaySpan; grain: RollupGrain; whole: DaySpan | null; rest: DaySpan[] };
  measure: Measure;
  unit: Unit;
};

/**
 * Amounts per bucket, category and kind; one of them may be told in several cells, to be added up.
 * For `open`, cells are changes of the stock, bucket 0 holding all that came before.
 *
 * Read from the sums where there are some for the filter, else from the ledger. A view of the past
 * takes out what has changed since, and puts in what the journals tell of that.
 */
export function readBalanceCells(db: Db, question: BalanceQuestion): Promise<BalanceCell[]> {
  if (question.starts.length === 0) return Promise.resolve([]);
  return queryRows<BalanceCell>(db, balanceCells(question));
}

/** The statement that `readBalanceCells` reads, of a question with at least one bucket. */
export function balanceCells(question: BalanceQuestion): SQL {
  // What comes before the first bucket is the stock it begins with.
  return sql`
    select greatest(width_bucket(x.day, ${daysArray(question.starts)}), 1) - 1 as bucket, x.category,
      nullif(x.kind, '') as kind, sum(x.amount)::float8 as amount,
      sum(x.unestimated)::int as unestimated, sum(x.contested)::float8 as contested
    from (${sql.join(piecesOf(question), sql` union all `)}) x
    group by 1, 2, 3
    having sum(x.amount) <> 0 or sum(x.unestimated) <> 0 or sum(x.contested) <> 0`;
}

/** The first day on which the measure counts anything; null where it never does. */
export async function readFirstDay(
  db: Db,
  question: LedgerQuestion & { measure: Measure },
): Promise<string | null> {
  const counts = question.measure === "done" ? sql`l.done` : sql`l.opened`;
  const [row] = await queryRows<{ day: string | null }>(
    db,
    sql`select min(l.day)::text as day from ${ledgerRowsOf(question)} l
        where ${counts} > 0`,
  );
  return row?.day ?? null;
}

/** Statements of `day, category, kind, amount, unestimated, contested`, to be added up. */
function piecesOf(question: BalanceQuestion): SQL[] {
  const { grain, whole, rest } = question.days;
  const contested = contestedPiece(question);
  const rollup = rollupFor(question);
  if (rollup === null) return [ledgerPiece(question, ledgerRowsOf(question)), contested];
  return [
    ...(whole ? [rollupPiece(question, { ...rollup, grain, spans: [whole] })] : []),
    ...(rest.length > 0 ? [rollupPiece(question, { ...rollup, grain: "day", spans: rest })] : []),
    ...(isOfPast(question) ? changedPieces(question) : []),
    contested,
  ];
}

function changedPieces(question: BalanceQuestion & PastQuestion): SQL[] {
  const { present, known } = changedRows(question);
  return [ledgerPiece(question, present, -1), ledgerPiece(question, known)];
}

type Rollup = { dimension: RollupDimension; values: string[] };

/** The sums that answer a filter: one trait, of which one is asked; an item is of one source alone. */
function rollupFor({ filter }: LedgerQuestion): Rollup | null {
  const { category: _category, kind: _kind, source, label, assignee, ...others } = filter;
  const isOther = Object.values(others).some((value) => value !== undefined);
  if (isOther) return null;
  const traits: Rollup[] = [
    ...(source ? [{ dimension: "source" as const, values: [...new Set(source)] }] : []),
    ...(label ? [{ dimension: "label" as const, values: [...new Set(label)] }] : []),
    ...(assignee ? [{ dimension: "assignee" as const, values: [...new Set(assignee)] }] : []),
  ];
  const [trait, ...more] = traits;
  if (trait === undefined) return { dimension: "all", values: [""] };
  if (more.length > 0 || (trait.dimension !== "source" && trait.values.length > 1)) return null;
  return trait.values.every((value) => value.length <= longestRolledValue) ? trait : null;
}

function rollupPiece(
  { workspaceId, productId, filter, measure, unit }: BalanceQuestion,
  { dimension, values, grain, spans }: Rollup & { grain: RollupGrain; spans: DaySpan[] },
): SQL {
  const column = (suffix: string) => sql.raw(`r.${measure}${suffix}`);
  const names = rollupNames[unit];
  const unestimated = names.unestimated === null ? sql`0` : column(names.unestimated);
  return sql`
    select r.start as day, r.category, r.kind, ${column(names.amount)}::numeric as amount,
      ${unestimated} as unestimated, 0::numeric as contested
    from rollups r
    where r.workspace_id = ${workspaceId} and r.product_id = ${productId}
      and r.dimension = ${dimension} and r.grain = ${grain} and r.value = any ${jsonTexts(values)}
      and ${withinSpans(sql`r.start`, spans)} and ${cellConditions(filter, "r")}`;
}

/** `sign`: whether its rows are put in or taken out. */
function ledgerPiece({ measure, unit, days }: BalanceQuestion, rows: SQL, sign: 1 | -1 = 1): SQL {
  const count = sql.raw(sign === 1 ? `l.${measure}` : `-l.${measure}`);
  const weight = weightOf[unit];
  return sql`
    select l.day, l.category, l.kind, ${weighed(count, unit)} as amount,
      ${weight ? sql`case when ${weight} is null then ${count} else 0 end` : sql`0`}
        as unestimated,
      0::numeric as contested
    from ${rows} l where ${count} <> 0 and ${withinSpans(sql`l.day`, [days.range])}`;
}

/** What of it is contested: few items, so they are looked up rather than carried along. */
function contestedPiece(question: BalanceQuestion): SQL {
  const { measure, unit, days, filter } = question;
  const count = sql.raw(`l.${measure}`);
  const contested = { ...question, filter: { ...filter, contested: true } };
  return sql`
    select l.day, l.category, l.kind, 0::numeric, 0, ${weighed(count, unit)}
    from ${filter.contested === false ? sql`(select * from ledger where false)` : ledgerRowsOf(contested)} l
    where ${count} <> 0 and ${withinSpans(sql`l.day`, [days.range])}`;
}

function weighed(count: SQL, unit: Unit): SQL {
  const weight = weightOf[unit];
  return weight === null ? sql`${count}::numeric` : sql`${count} * coalesce(${weight}, 0)::numeric`;
}

/** What an item of the ledger adds; null is one. */
const weightOf: Record<Unit, SQL | null> = {
  items: null,
  points: sql`l.points`,
  effort_days: sql`l.effort_days`,
};

/** How the columns of the sums go on after the measure's name. */
const rollupNames: Record<Unit, { amount: string; unestimated: string | null }> = {
  items: { amount: "", unestimated: null },
  points: { amount: "_points", unestimated: "_unestimated" },
  // Of what is done alone.
  effort_days: { amount: "_effort_days", unestimated: "_unmeasured" },
};

function withinSpans(column: SQL, spans: DaySpan[]): SQL {
  const each = spans.map(({ from, to }) =>
    from === null
      ? sql`${column} <= ${to}::date`
      : sql`${column} between ${from}::date and ${to}::date`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}
