import { sql } from "drizzle-orm";
import fc from "fast-check";
import { type Db, queryRows } from "@/db/client";
import { writeClassificationChanges } from "@/db/queries/classifications";
import { type ItemFilter, itemConditions } from "@/db/queries/item-filter";
import { disputeAt } from "@/db/queries/items-as-known";
import { ledgerRowsOf, type PastQuestion } from "@/db/queries/ledger-filter";
import { ledgerRows } from "@/db/queries/ledger-rows";
import type { ProductRow, SourceRow } from "@/db/schema";
import { balanceCategories } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { itemIdOf } from "@/lib/sync/item-id";
import { workItem } from "@/tests/factories";
import { storeItems } from "./store-items";

const start = Date.parse("2026-01-01T00:00:00Z");
const quarterDay = 6 * 3_600_000;
export const pastInstant = (moment: number) => new Date(start + moment * quarterDay);
/** Few, so that things happen at the very instant that is asked about. */
export const moment = fc.noBias(fc.nat({ max: 24 }));
/** Of what happens to an item, so that some of what is asked about lies after all of it. */
const early = fc.noBias(fc.nat({ max: 10 }));

const answer = fc.record({
  at: early,
  category: fc.constantFrom(...balanceCategories, "excluded" as const, null),
  because: fc.constantFrom(...becauses, null),
});

/** An item whose own word and whose journals need not agree, as a tracker's need not; most do. */
export const pastItem = fc
  .record({
    createdAt: early,
    closedAt: fc.option(early),
    isClosed: fc.boolean(),
    removedAt: fc.option(moment, { freq: 2 }),
    effortDays: fc.option(fc.constantFrom(1, 2)),
    points: fc.option(fc.constantFrom(1, 2)),
    label: fc.constantFrom("a", "b"),
    assignees: fc.shuffledSubarray(["ada", "bob"]),
    passages: fc.uniqueArray(early, { maxLength: 3 }),
    repeats: fc.boolean(),
    answers: fc.array(answer, { maxLength: 3 }),
    contested: fc.option(fc.record({ at: moment, settledAt: fc.option(moment) }), { freq: 2 }),
    disagrees: fc.constantFrom(null, null, null, "time", "state", "effort", "repeats", "journal"),
  })
  .map(({ disagrees, ...told }) => {
    const passages = told.passages.sort((a, b) => a - b);
    const last = passages.length === 0 ? told.closedAt : (passages.at(-1) ?? null);
    const agreed = passages.length % 2 === 0 && passages.length > 0 ? null : last;
    const closedAt = disagrees === "time" ? told.closedAt : agreed;
    return {
      ...{ ...told, passages, closedAt },
      isClosed: disagrees === "state" ? told.isClosed : closedAt !== null,
      effortDays: disagrees === "effort" || closedAt !== null ? told.effortDays : null,
      repeats: disagrees === "repeats",
      /** Its category is there, and no journal tells of it. */
      isUntold: disagrees === "journal",
    };
  });
export type PastItem = typeof pastItem extends fc.Arbitrary<infer I> ? I : never;

const some = <Value>(...all: Value[]) => fc.subarray(all, { minLength: 1 });
const pastFields = {
  category: some("feature" as const, "tech_debt" as const, "unclassified" as const),
  because: some("label" as const, "model" as const),
  state: some("open" as const, "closed" as const),
  label: some("a", "b"),
  assignee: some("ada", "bob"),
  measured: fc.constantFrom("yes" as const, "no" as const),
  estimated: fc.constantFrom("yes" as const, "no" as const),
  contested: fc.boolean(),
};
/** None, one or two fields at a time: more would find nothing. */
export const pastFilter: fc.Arbitrary<ItemFilter> = fc
  .tuple(fc.subarray(Object.keys(pastFields), { maxLength: 2 }), fc.record<ItemFilter>(pastFields))
  .map(([names, filter]) =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => names.includes(name))),
  );

/** Stores items with all that happened to them, whatever it is. */
export async function storePast(
  db: Db,
  { product, source }: { product: ProductRow; source: SourceRow },
  items: PastItem[],
): Promise<void> {
  const { workspaceId } = product;
  for (const [number, told] of items.entries()) {
    const itemId = itemIdOf(source.id, String(1000 + number));
    const closedAt = told.closedAt === null ? null : pastInstant(told.closedAt);
    const events = told.passages.map((at, order) => ({
      type: order % 2 === 0 || told.repeats ? ("closed" as const) : ("reopened" as const),
      at: pastInstant(at),
      detail: null,
    }));
    const item = workItem({
      ...{ number, closedAt, events, labels: [told.label], points: told.points },
      createdAt: pastInstant(told.createdAt),
      state: told.isClosed ? "closed" : "open",
      effortDays: told.effortDays,
      assignee: told.assignees[0] ?? null,
      assignees: told.assignees,
    });
    let from = null;
    for (const { at, category, because } of told.answers.sort((a, b) => a.at - b.at)) {
      const to = { category, kind: null, because, confidence: 1, evidence: [], suggestion: null };
      const change = { itemId, from, to };
      const stored = { item, category: "unclassified" as const, removedAt: null };
      if (from === null) await storeItems(db, product, source, [stored]);
      const cause = { workspaceId, actor: null, at: pastInstant(at) };
      await writeClassificationChanges(db, { ...cause, changes: [change] });
      from = to;
    }
    if (told.isUntold) {
      await db.execute(sql`delete from classification_changes
        where workspace_id = ${workspaceId} and item_id = ${itemId}`);
    }
    const removedAt = told.removedAt === null ? null : pastInstant(told.removedAt);
    await storeItems(db, product, source, [{ item, category: "unclassified", removedAt }]);
    if (told.contested === null) continue;
    const { at, settledAt } = told.contested;
    await db.execute(sql`
      insert into disputes (workspace_id, item_id, id, reason, actor, at, settled_at)
      values (${workspaceId}, ${itemId}, ${crypto.randomUUID()}, 'No.', 'ada',
        ${pastInstant(at).toISOString()}::timestamptz,
        ${settledAt === null ? null : pastInstant(settledAt).toISOString()}::timestamptz)`);
  }
}

/** Rows of a view of the past, each as text, sorted: as it is read, and with every item replayed. */
export async function bothPasts(db: Db, question: PastQuestion): Promise<[string[], string[]]> {
  const { workspaceId, productId, timeZone, filter, asKnownAt } = question;
  const everyItem = sql`select id from work_items where workspace_id = ${workspaceId}`;
  const replayed = ledgerRows({
    ...{ workspaceId, timeZone },
    where: itemConditions({ workspaceId, productId }, filter),
    joined: disputeAt(asKnownAt),
    past: { asKnownAt, only: everyItem },
  });
  const textsOf = async (rows: unknown) => {
    const texts = await queryRows<{ row: string }>(
      db,
      sql`select to_jsonb(l) - 'known_since' as row from ${rows} l`,
    );
    return texts.map(({ row }) => JSON.stringify(row)).sort();
  };
  return [await textsOf(ledgerRowsOf(question)), await textsOf(sql`(${replayed})`)];
}
