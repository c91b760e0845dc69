import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import { products } from "@/db/schema";
import { listDeedsSchema } from "@/lib/contracts/deeds";
import { createProductSchema, listProductsSchema } from "@/lib/contracts/products";
import type { Context } from "@/lib/services/context";
import { createProduct } from "@/lib/services/create-product";
import { listDeeds } from "@/lib/services/list-deeds";
import { listEveryProduct, listProducts } from "@/lib/services/list-products";
import { makeProduct } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";

const made = 7;

type Page = { items: { id: string }[]; nextCursor: string | null };

describeOnBothEngines("the pages of a list", (db) => {
  const lists: [
    string,
    (ctx: Context, page: { limit: number; cursor?: string }) => Promise<Page>,
  ][] = [
    ["products", (ctx, page) => listProducts({ ctx, input: listProductsSchema.parse(page) })],
    ["deeds", (ctx, page) => listDeeds({ ctx, input: { query: listDeedsSchema.parse(page) } })],
  ];

  test.each(lists)("hold everything once, %s of any size of page", async (_name, list) => {
    const ctx = await workspaceOf(db());
    const sizes = [1, 2, 3, made, made + 1, 500];
    const told = await Promise.all(
      sizes.map((limit) => idsOf((page) => list(ctx, { limit, ...page }))),
    );
    for (const ids of told) {
      expect(ids).toEqual(told[0]);
      expect(new Set(ids).size).toBeGreaterThanOrEqual(made);
      expect(ids).toHaveLength(new Set(ids).size);
    }
  });

  test("all products are there where one is chosen, more than a page of them", async () => {
    const product = await makeProduct(db());
    const copies = Array.from({ length: 500 }, () => ({ ...product, id: crypto.randomUUID() }));
    await db().insert(products).values(copies);
    const every = await listEveryProduct({ ctx: contextOf(db(), product) });
    expect(new Set(every.map(({ id }) => id)).size).toBe(501);
  });
});

/** A workspace of several products that were made at the same instant. */
async function workspaceOf(db: Db): Promise<Context> {
  const ctx = contextOf(db, await makeProduct(db));
  for (let nth = 1; nth <= made; nth++) {
    await createProduct({ ctx, input: createProductSchema.parse({ name: `Product ${nth}` }) });
  }
  return ctx;
}

async function idsOf(list: (page: { cursor?: string }) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  let next: { cursor?: string } | null = {};
  while (next !== null) {
    const { items, nextCursor }: Page = await list(next);
    ids.push(...items.map(({ id }) => id));
    next = nextCursor === null ? null : { cursor: nextCursor };
  }
  return ids;
}
