import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { findSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import { UpstreamError } from "@/lib/errors";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker, revived } from "@/tests/setup/memory-connector";
import { storeDigest } from "@/tests/setup/store-digest";
import { claimRun, syncOnce, workRun } from "@/tests/setup/sync-once";

describeOnBothEngines("deriving items again from what is stored", (db) => {
  async function synced(count: number) {
    const place = await makeSource(db(), await makeProduct(db()));
    const tracker = new MemoryTracker(
      Array.from({ length: count }, (_, index) => workItem({ number: index + 1 })),
    );
    await syncOnce(db(), place, tracker.connector());
    return { place, tracker };
  }

  /** The tracker cannot be reached, and its records are read in another way. */
  function offline(tracker: MemoryTracker, mapping: string, change: (n: number) => object | null) {
    tracker.mapping = mapping;
    tracker.read = (payload) => {
      const item = revived(payload);
      const changed = change(item.number ?? 0);
      if (changed === null) return { outcome: "ignored", why: "not counted" };
      return { outcome: "item", item: { ...item, ...changed } };
    };
    tracker.beforePage = () => {
      throw new UpstreamError("unreachable", "The tracker is down.");
    };
  }

  async function deriveOffline(place: SourceRow, tracker: MemoryTracker) {
    const run = await claimRun(db(), place);
    await expect(workRun(db(), run, tracker.connector())).rejects.toThrow("The tracker is down.");
    await db().execute(sql`update sync_runs set state = 'failed' where id = ${run.id}`);
  }

  const count = async (place: SourceRow, condition = sql`true`) => {
    const [row] = await queryRows<{ count: number }>(
      db(),
      sql`select count(*)::int as count from work_items
          where source_id = ${place.id} and ${condition}`,
    );
    return row?.count;
  };

  test("another mapping changes every item without asking the tracker, and is then known", async () => {
    const { place, tracker } = await synced(1100);
    offline(tracker, "memory 2", (number) => ({ points: number, labels: ["bug"] }));
    await deriveOffline(place, tracker);
    expect(await count(place, sql`points = number and labels = '["bug"]'`)).toBe(1100);
    const classified = await queryRows(
      db(),
      sql`select from classifications join work_items w on w.id = item_id
          where w.source_id = ${place.id} and category = 'maintenance'`,
    );
    expect(classified).toHaveLength(1100);
    expect(await findSource(db(), { ...place, sourceId: place.id })).toMatchObject({
      mapping: "memory 2",
      derivedThrough: null,
    });
  });

  test("interrupted, it goes on after the last batch, and ends as if undisturbed", async () => {
    const { place, tracker } = await synced(1100);
    offline(tracker, "memory 2", (number) => ({ points: number }));
    const stopping = new AbortController();
    const derive = tracker.read;
    let read = 0;
    tracker.read = (payload) => {
      read += 1;
      if (read === 700) stopping.abort(new Error("killed"));
      return derive(payload);
    };
    const run = await claimRun(db(), place);
    const { signal } = stopping;
    await expect(workRun(db(), run, tracker.connector(), { signal })).rejects.toThrow("killed");
    await db().execute(sql`update sync_runs set state = 'failed' where id = ${run.id}`);
    expect(await count(place, sql`points is not null`)).toBe(1000);
    read = 700;
    await deriveOffline(place, tracker);
    expect(read).toBe(800);
    expect(await count(place, sql`points = number`)).toBe(1100);
  });

  test("what the mapping no longer counts is marked removed, and comes back when it does", async () => {
    const { place, tracker } = await synced(20);
    const before = await storeDigest(db(), place);
    offline(tracker, "memory 2", (number) => (number % 2 ? {} : null));
    await deriveOffline(place, tracker);
    expect(await count(place, sql`removed_at is null`)).toBe(10);
    offline(tracker, "memory 3", () => ({}));
    await deriveOffline(place, tracker);
    expect(await storeDigest(db(), place)).toEqual(before);
  });

  test("an item that is gone upstream stays gone", async () => {
    const { place, tracker } = await synced(20);
    tracker.items.delete("1004");
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    offline(tracker, "memory 2", (number) => ({ points: number }));
    await deriveOffline(place, tracker);
    expect(await count(place, sql`points = number`)).toBe(20);
    expect(await count(place, sql`removed_at is null`)).toBe(19);
  });

  test("events change where nothing else of an item does, and equal ones are not written", async () => {
    const { place, tracker } = await synced(3);
    const relabelled = { type: "relabelled" as const, at: new Date("2024-01-02"), detail: "bug" };
    const eventsOf = () =>
      queryRows<{ row: string; type: string; detail: string | null }>(
        db(),
        sql`select e.xmin::text as row, e.type, e.detail from item_events e
            join work_items w on w.id = e.item_id
            where w.source_id = ${place.id} and w.number = 2 order by e.type desc`,
      );
    const [before] = await eventsOf();
    offline(tracker, "memory 2", (number) => (number === 2 ? { events: told("ui") } : {}));
    await deriveOffline(place, tracker);
    expect(await eventsOf()).toEqual([
      { row: expect.any(String), type: "relabelled", detail: "ui" },
      before,
    ]);
    offline(tracker, "memory 3", (number) => (number === 2 ? { events: told(null) } : {}));
    await deriveOffline(place, tracker);
    expect((await eventsOf())[0]).toMatchObject({ detail: null });
    offline(tracker, "memory 4", () => ({}));
    await deriveOffline(place, tracker);
    expect(await eventsOf()).toEqual([before]);

    function told(detail: string | null) {
      const { events } = workItem({ number: 2 });
      return [...events, { ...relabelled, detail }];
    }
  });

  test("a record that the new mapping makes unstorable is refused, and the rest is derived", async () => {
    const { place, tracker } = await synced(20);
    offline(tracker, "memory 2", (number) => (number === 7 ? { number: 2 ** 40 } : { points: 1 }));
    await deriveOffline(place, tracker);
    expect(await count(place, sql`points = 1`)).toBe(19);
    const refused = await queryRows(
      db(),
      sql`select external_id as id, reason from refused_records where source_id = ${place.id}`,
    );
    expect(refused).toEqual([{ id: "1007", reason: "the database cannot hold it (22003)" }]);
  });
});
