import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { requeueAbandonedRuns } from "@/db/queries/leases";
import { upsertOverrides } from "@/db/queries/overrides";
import { insertRun } from "@/db/queries/runs";
import { findSource } from "@/db/queries/sources";
import { classifyItems } from "@/lib/sync/classify-items";
import { itemIdOf } from "@/lib/sync/item-id";
import { leaseMs } from "@/lib/sync/keep-lease";
import { noModel } from "@/lib/sync/product-classifier";
import { LostRunError } from "@/lib/sync/sync-job";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { storeDigest } from "@/tests/setup/store-digest";
import { claimRun, syncOnce, workRun } from "@/tests/setup/sync-once";

function tracker(count = 10): MemoryTracker {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return new MemoryTracker(
    numbers.map((number) => workItem({ number, labels: number % 2 ? ["bug"] : ["enhancement"] })),
  );
}

describeOnBothEngines("sync", (db) => {
  async function source() {
    return makeSource(db(), await makeProduct(db()));
  }

  const abandon = ({ shared } = { shared: false }) =>
    requeueAbandonedRuns(db(), { owner: crypto.randomUUID(), shared, leaseMs, why: "gone" });

  async function run(id: string) {
    const [row] = await queryRows<{ fetched: number; changed: number; removed: number }>(
      db(),
      sql`select fetched, changed, removed from sync_runs where id = ${id}`,
    );
    return row;
  }

  test("a first sync stores every item once, with raw record, events and classification", async () => {
    const place = await source();
    const { id } = await syncOnce(db(), place, tracker().connector());
    const lines = await storeDigest(db(), place);
    expect(lines).toHaveLength(10);
    expect(lines.filter((line) => line.includes('"because": "label"'))).toHaveLength(10);
    expect(lines.filter((line) => line.includes('"opened"'))).toHaveLength(10);
    expect(await run(id)).toEqual({ fetched: 10, changed: 10, removed: 0 });
  });

  test("syncing again without changes upstream writes no row", async () => {
    const place = await source();
    const upstream = tracker();
    await syncOnce(db(), place, upstream.connector());
    const versions = () =>
      queryRows(
        db(),
        sql`select xmin::text, id::text as key from work_items where source_id = ${place.id}
            union all select xmin::text, external_id from raw_records where source_id = ${place.id}
            union all select c.xmin::text, c.item_id::text from classifications c
              join work_items w on w.id = c.item_id where w.source_id = ${place.id}
            union all select e.xmin::text, e.item_id::text || e.type from item_events e
              join work_items w on w.id = e.item_id where w.source_id = ${place.id}
            union all select j.xmin::text, j.id::text from classification_changes j
              join work_items w on w.id = j.item_id where w.source_id = ${place.id}
            order by 1, 2`,
      );
    const before = await versions();
    await db().execute(sql`update sources set watermark = '2000-01-01' where id = ${place.id}`);
    const { id } = await syncOnce(db(), place, upstream.connector());
    expect(await versions()).toEqual(before);
    expect(await run(id)).toEqual({ fetched: 10, changed: 0, removed: 0 });
  });

  test.each([0, 1, 2, 3])(
    "a walk broken before page %i goes on there and ends equal",
    async (page) => {
      const undisturbed = await source();
      await syncOnce(db(), undisturbed, tracker().connector());
      const place = await source();
      const upstream = tracker();
      upstream.beforePage = (at) => {
        if (at === page) throw new Error("broken");
      };
      const broken = await claimRun(db(), place);
      await expect(workRun(db(), broken, upstream.connector())).rejects.toThrow("broken");
      await abandon();
      const asked: number[] = [];
      upstream.beforePage = (at) => asked.push(at);
      await syncOnce(db(), place, upstream.connector());
      expect(asked[0]).toBe(page);
      expect(await storeDigest(db(), place)).toEqual(await storeDigest(db(), undisturbed));
    },
  );

  test("an incremental sync begins at the start of the last success minus the overlap", async () => {
    const place = await source();
    const upstream = tracker();
    await syncOnce(db(), place, upstream.connector());
    const watermark = (await findSource(db(), { ...place, sourceId: place.id }))?.watermark;
    expect(watermark).toEqual(new Date(testNow.getTime() - 10 * 60_000));
    upstream.put(workItem({ number: 11, updatedAt: new Date(testNow.getTime() - 11 * 60_000) }));
    upstream.put(workItem({ number: 12, updatedAt: new Date(testNow.getTime() - 9 * 60_000) }));
    const { id } = await syncOnce(db(), place, upstream.connector());
    expect(await run(id)).toMatchObject({ fetched: 1, changed: 1 });
  });

  test("a person's category survives a changed item and a full sync", async () => {
    const place = await source();
    const upstream = tracker();
    await syncOnce(db(), place, upstream.connector());
    const { workspaceId } = place;
    const itemId = itemIdOf(place.id, "1001");
    const override = {
      category: "rewrite" as const,
      kind: null,
      reason: "we replaced it",
      actor: "ada",
      at: testNow,
    };
    await upsertOverrides(db(), {
      workspaceId,
      batchId: null,
      overrides: [{ itemId, ...override }],
    });
    await classifyItems(db(), {
      workspaceId,
      productId: place.productId,
      itemIds: [itemId],
      actor: "ada",
      at: testNow,
      modelOf: noModel,
    });
    upstream.put(workItem({ number: 1, labels: ["documentation"], title: "Changed upstream" }));
    await syncOnce(db(), place, upstream.connector(), { mode: "full" });
    const [line] = await storeDigest(db(), place);
    expect(line).toContain("Changed upstream");
    expect(line).toContain('"because": "override"');
    expect(line).toContain('"category": "rewrite"');
  });

  test("a full sync marks what is gone upstream removed and keeps its past; it can come back", async () => {
    const place = await source();
    const upstream = tracker();
    await syncOnce(db(), place, upstream.connector());
    const gone = upstream.items.get("1004");
    upstream.items.delete("1004");
    const { id } = await syncOnce(db(), place, upstream.connector(), { mode: "full" });
    expect(await run(id)).toMatchObject({ removed: 1 });
    const marked = (await storeDigest(db(), place)).filter((l) => l.includes('"removed": true'));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain('"Item 4"');
    if (gone) upstream.put(gone);
    await syncOnce(db(), place, upstream.connector(), { mode: "full" });
    const again = await storeDigest(db(), place);
    expect(again.filter((line) => line.includes('"removed": true'))).toEqual([]);
  });

  test("an item that a full walk missed but that is still there is not marked removed", async () => {
    const place = await source();
    const upstream = tracker();
    await syncOnce(db(), place, upstream.connector());
    const connector = upstream.connector();
    const hidden = upstream.items.get("1004");
    if (!hidden) throw new Error("The fixture has ten items.");
    const full = {
      ...connector,
      collect: (request: Parameters<typeof connector.collect>[0]) => {
        upstream.items.delete("1004");
        return connector.collect(request);
      },
      find: async () => {
        upstream.put(hidden);
        return connector.find({ externalId: "1004", key: "", number: 4 }, request.signal);
      },
    };
    const request = new AbortController();
    const { id } = await syncOnce(db(), place, full, { mode: "full" });
    expect(await run(id)).toMatchObject({ removed: 0 });
  });

  test("two runs of one source cannot be under way at once", async () => {
    const place = await source();
    await claimRun(db(), place);
    const second = await insertRun(db(), {
      workspaceId: place.workspaceId,
      id: crypto.randomUUID(),
      sourceId: place.id,
      mode: "incremental",
      startedAt: testNow,
    });
    expect(second).toBeNull();
  });

  test("a run that was taken over stores nothing more", async () => {
    const place = await source();
    const lost = await claimRun(db(), place);
    await abandon();
    await expect(workRun(db(), lost, tracker().connector())).rejects.toThrow(LostRunError);
    expect(await storeDigest(db(), place)).toEqual([]);
  });

  test("a run that is taken over between two pages stores no further page", async () => {
    const place = await source();
    const connector = tracker().connector();
    const taken: typeof connector = {
      ...connector,
      async *collect(request) {
        let pages = 0;
        for await (const page of connector.collect(request)) {
          if (pages++ === 1) await abandon();
          yield page;
        }
      },
    };
    await expect(workRun(db(), await claimRun(db(), place), taken)).rejects.toThrow(LostRunError);
    expect(await storeDigest(db(), place)).toHaveLength(3);
  });

  test("a source whose reading was changed while it was read is due again at once", async () => {
    const place = await source();
    const upstream = tracker();
    const dueAfter = async (change: string) => {
      const run = await claimRun(db(), place);
      const connector = upstream.connector();
      const changing: typeof connector = {
        ...connector,
        async *collect(request) {
          await db().execute(sql`update sources set count = ${change} where id = ${place.id}`);
          yield* connector.collect(request);
        },
      };
      await workRun(db(), run, changing);
      return (await findSource(db(), { ...place, sourceId: place.id }))?.nextRunAt;
    };
    expect(await dueAfter("issues_and_pulls")).toEqual(testNow);
    expect(await dueAfter("issues_and_pulls")).toBeNull();
  });

  test("only an expired lease is abandoned where other processes may be alive", async () => {
    const place = await source();
    const { id } = await claimRun(db(), place);
    const found = async () => (await abandon({ shared: true })).map((run) => run.id);
    expect(await found()).not.toContain(id);
    await db().execute(sql`update sync_runs set lease_until = now() where id = ${id}`);
    expect(await found()).toContain(id);
  });
});
