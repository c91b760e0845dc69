import fc from "fast-check";
import type { Db } from "@/db/client";
import { linkAllParents } from "@/db/queries/item-parents";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { type ListItems, listItemsSchema } from "@/lib/contracts/items";
import { categoryOrNone } from "@/lib/domain/category";
import type { Context } from "@/lib/services/context";
import { exportItems } from "@/lib/services/export-items";
import { getBalance } from "@/lib/services/get-balance";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "./context";
import type { FilteredItem } from "./naive-filter";
import { storeItems } from "./store-items";

/** Values that contain each other, differ by case or hold a comma: none is another. */
const words: readonly string[] = ["shop", "Shop", "shop, web", "web"];
const keyOf = (number: number) => `owner/repository#${number}`;

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

const part = (size: number) =>
  fc.record({
    labels: fc.subarray([...words]),
    components: fc.subarray([...words]),
    milestone: fc.option(fc.constantFrom(...words)),
    sprint: fc.option(fc.constantFrom(...words)),
    assignees: fc.shuffledSubarray([...words]),
    points: fc.option(fc.integer({ min: 0, max: 8 })),
    effortDays: fc.option(fc.constantFrom(0, 0.5, 20)),
    isClosed: fc.boolean(),
    isContainer: fc.boolean(),
    category: fc.constantFrom(...categoryOrNone),
    // Anything: upwards, downwards, in circles, to itself.
    parent: fc.option(fc.nat({ max: size - 1 })),
    source: fc.nat({ max: 1 }),
  });

/** Up to a dozen items of two sources, in families of any form. */
export const filteredParts = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.array(part(size), { minLength: size, maxLength: size }));
export type FilteredPart = typeof filteredParts extends fc.Arbitrary<(infer P)[]> ? P : never;

const fields = {
  label: some(words),
  component: some(words),
  milestone: some(words),
  sprint: some(words),
  assignee: some(words),
  epic: some([0, 1, 2, 3, 4, 5].map(keyOf)),
  category: some(categoryOrNone),
  state: some(["open", "closed"] as const),
  estimated: fc.constantFrom("yes" as const, "no" as const),
  measured: fc.constantFrom("yes" as const, "no" as const),
  q: fc.constantFrom("item", "ITEM 1", "%"),
  source: some([0, 1]),
};
type FieldName = keyof typeof fields;
const fieldNames = Object.keys(fields) as FieldName[];

/** Filters of one to three fields, so that many find something; sources are named by their place. */
export const anyFilter = fc
  .tuple(fc.record(fields), fc.subarray(fieldNames, { minLength: 1, maxLength: 3 }))
  .map(([all, names]) => only(all, names));

function only<T extends object>(all: T, names: (keyof T)[]): Partial<T> {
  const kept: Partial<T> = {};
  for (const name of names) kept[name] = all[name];
  return kept;
}

/** A product that holds the items, and the same items for an oracle. */
export async function openFiltered(db: Db, parts: FilteredPart[]) {
  const product = await makeProduct(db);
  const sources = [await makeSource(db, product), await makeSource(db, product)] as const;
  const items: FilteredItem[] = parts.map((one, number) => {
    const { isClosed, parent, source, category, effortDays: worked, ...fields } = one;
    const closedAt = isClosed ? new Date("2026-01-20T09:00:00Z") : null;
    const effortDays = isClosed ? worked : null;
    const parentKey = parent === null ? null : keyOf(parent);
    const assignee = one.assignees[0] ?? null;
    const item = workItem({ number, closedAt, effortDays, parentKey, assignee, ...fields });
    return { item, category, source: sources[source === 0 ? 0 : 1].id };
  });
  for (const source of sources) {
    const own = items.filter((one) => one.source === source.id);
    await storeItems(
      db,
      product,
      source,
      own.map((one) => ({ ...one, removedAt: null })),
    );
  }
  await linkAllParents(db, { workspaceId: product.workspaceId, productId: product.id });
  return { ctx: contextOf(db, product), productId: product.id, sources, items };
}

/** The keys of all that a query lists, in order. */
export async function keysOf(ctx: Context, productId: string, query: Partial<ListItems>) {
  const asked = listItemsSchema.parse({ ...query, format: "ndjson" });
  const keys: string[] = [];
  for await (const batch of await exportItems({ ctx, input: { productId, query: asked } })) {
    keys.push(...batch.map(({ key }) => key));
  }
  return keys.sort();
}

/** How many items the balance counts as opened, excluded ones among them. */
export async function openedCount(ctx: Context, productId: string, filter: object) {
  const query = getBalanceSchema.parse({ from: "2026-01-01", ...filter, measure: "opened" });
  const { totals } = await getBalance({ ctx, input: { productId, query } });
  return Object.values(totals.counts).reduce((sum, count) => sum + count, totals.excluded);
}
