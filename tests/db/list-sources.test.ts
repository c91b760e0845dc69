import { expect, test } from "vitest";
import { recordRefusals } from "@/db/queries/raw-records";
import { replaceWalk } from "@/db/queries/walks";
import type { ProductRow } from "@/db/schema";
import { listSources } from "@/lib/services/list-sources";
import { createReadCache } from "@/lib/services/read-cache";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { listening } from "@/tests/setup/listening";
import { storeItems } from "@/tests/setup/store-items";

describeOnBothEngines("the list of sources", (db) => {
  /** So many sources, the nth with n items, n refused records and n pages' items fetched. */
  async function productWith(sources: number): Promise<ProductRow> {
    const product = await makeProduct(db());
    for (let nth = 1; nth <= sources; nth++) {
      const source = await makeSource(db(), product);
      const { workspaceId, id: sourceId } = source;
      const numbers = Array.from({ length: nth }, (_, at) => at + 1);
      const externalIds = numbers.map((number) => `refused ${number}`);
      const items = numbers.map(
        (number) => ({ item: workItem({ number }), category: "feature", removedAt: null }) as const,
      );
      await storeItems(db(), product, source, items);
      const refused = externalIds.map((externalId) => ({ externalId, reason: "has no title" }));
      await recordRefusals(db(), { workspaceId, sourceId, externalIds, refused, at: testNow });
      await replaceWalk(db(), {
        ...{ workspaceId, sourceId, id: crypto.randomUUID(), mode: "full", since: null },
        ...{ startedAt: testNow, checkpoint: "next", fetched: nth * 100, total: 1000 },
        ...{ walkedAt: null, fingerprint: null, restarts: 0 },
      });
    }
    return product;
  }

  async function read(product: ProductRow, reads = createReadCache()) {
    const statements: string[] = [];
    const ctx = contextOf(listening(db(), statements), product, { reads });
    const { items } = await listSources({ ctx, input: { productId: product.id } });
    return { items, statements };
  }

  test("tells each source's own figures", async () => {
    const { items } = await read(await productWith(3));
    const figures = items.map(({ itemCount, refusedCount, progress }) => [
      ...[itemCount, refusedCount, progress.fetched, progress.total],
    ]);
    expect(figures.toSorted()).toEqual([
      [1, 1, 100, 1000],
      [2, 2, 200, 1000],
      [3, 3, 300, 1000],
    ]);
  });

  test("of many sources takes as many statements as of one, once their items were read", async () => {
    const [one, many] = [await productWith(1), await productWith(6)];
    const counts = [];
    for (const product of [one, many]) {
      const reads = createReadCache();
      await read(product, reads);
      counts.push((await read(product, reads)).statements.length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
  });
});
