import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import type { SourceRow } from "@/db/schema";
import type { WorkItem } from "@/lib/domain/work-item";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker, revived } from "@/tests/setup/memory-connector";
import { syncOnce } from "@/tests/setup/sync-once";

describeOnBothEngines("records that cannot be stored", (db) => {
  const refused = (place: SourceRow) =>
    queryRows<{ id: string; reason: string }>(
      db(),
      sql`select external_id as id, reason from refused_records
          where source_id = ${place.id} order by refused_at, external_id collate "C"`,
    );
  const stored = (place: SourceRow) =>
    queryRows<{ number: number; removed: boolean }>(
      db(),
      sql`select number, removed_at is not null as removed from work_items
          where source_id = ${place.id} order by number`,
    );

  async function place() {
    return makeSource(db(), await makeProduct(db()));
  }

  const hostile: [string, Partial<WorkItem>, string][] = [
    ["a NUL", { title: "a\u0000b" }, "title: a character that cannot be stored"],
    ["half a surrogate pair", { body: "\ud83d" }, "body: a character that cannot be stored"],
    ["a date that is none", { createdAt: new Date(Number.NaN) }, "createdAt: not a date"],
    ["a year that Postgres cannot read", { updatedAt: new Date(8.6e15) }, "updatedAt: not a date"],
    ["a number too large", { number: 2 ** 31 }, "the database cannot hold it (22003)"],
    ["a state nobody knows", { title: JSON.parse("null") }, "the database cannot hold it (23502)"],
    ["another id than it was listed under", { externalId: "7" }, "its id inside is not the one"],
  ];

  test.each(hostile)("%s is refused with its reason, and its page is stored", async (...row) => {
    const [, change, reason] = row;
    const source = await place();
    const tracker = new MemoryTracker([1, 2, 3, 4].map((number) => workItem({ number })));
    tracker.read = (payload) => {
      const item = revived(payload);
      return { outcome: "item", item: item.number === 2 ? { ...item, ...change } : item };
    };
    await syncOnce(db(), source, tracker.connector());
    expect((await stored(source)).map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(await refused(source)).toEqual([
      { id: "1002", reason: expect.stringContaining(reason) },
    ]);
    const runs = await queryRows(
      db(),
      sql`select fetched, changed, refused from sync_runs where source_id = ${source.id}`,
    );
    expect(runs).toEqual([{ fetched: 4, changed: 3, refused: 1 }]);
  });

  test("the raw record of every text is what was sent, whatever characters it holds", async () => {
    const source = await place();
    const texts = [
      "a\u0000b",
      "\ud83d",
      "\u001e",
      "\u001e\u001e\n",
      '\\u001e {}","',
      "\u2028 ÿ 😀",
    ];
    const items = texts.map((body, index) => workItem({ number: 1 + index, body }));
    await syncOnce(db(), source, new MemoryTracker(items).connector());
    const raw = await queryRows<{ payload: string }>(
      db(),
      sql`select payload from raw_records where source_id = ${source.id} order by external_id`,
    );
    expect(raw.map(({ payload }) => JSON.parse(payload).body)).toEqual(texts);
  });

  test("a mapper that fails on one record refuses that one", async () => {
    const source = await place();
    const tracker = new MemoryTracker([1, 2, 3].map((number) => workItem({ number })));
    tracker.read = (payload) => {
      const item = revived(payload);
      if (item.number === 2) throw new TypeError("labels is not iterable");
      return { outcome: "item", item };
    };
    await syncOnce(db(), source, tracker.connector());
    expect(await refused(source)).toMatchObject([
      { id: "1002", reason: "it could not be understood: labels is not iterable" },
    ]);
    expect(await stored(source)).toHaveLength(2);
  });

  test("an id that cannot be a key is listed, without a raw record", async () => {
    const source = await place();
    const ids = ["a\u0000", "x".repeat(3000), ""];
    const tracker = new MemoryTracker([
      workItem({ number: 1 }),
      ...ids.map((externalId, index) => workItem({ number: 2 + index, externalId })),
    ]);
    await syncOnce(db(), source, tracker.connector());
    expect(await stored(source)).toEqual([{ number: 1, removed: false }]);
    expect((await refused(source)).map(({ id }) => id)).toEqual(["", "a\uFFFD", "x".repeat(200)]);
  });

  test("64 KB bodies, characters of every plane and raw NULs are stored as they are", async () => {
    const source = await place();
    const body = "😀\u202e\"';--\n".repeat(10_000);
    const tracker = new MemoryTracker([workItem({ number: 1, body })]);
    tracker.read = () => ({ outcome: "item", item: workItem({ number: 1, body }) });
    const connector = tracker.connector();
    const withRaw: typeof connector = {
      ...connector,
      async *collect(request) {
        for await (const page of connector.collect(request)) {
          const records = page.records.map(({ externalId, payload }) => ({
            externalId,
            payload: { ...Object(payload), extra: "\u0000\ud83d" },
          }));
          yield { ...page, records };
        }
      },
    };
    await syncOnce(db(), source, withRaw);
    const [row] = await queryRows<{ body: string; payload: string }>(
      db(),
      sql`select w.body, r.payload from work_items w
          join raw_records r using (workspace_id, source_id, external_id)
          where source_id = ${source.id}`,
    );
    expect(row?.body === body).toBe(true);
    expect(JSON.parse(row?.payload ?? "{}")).toMatchObject({ extra: "\u0000\ud83d" });
  });

  test("an item whose record becomes unreadable leaves the stock, and is back when it is mended", async () => {
    const source = await place();
    const tracker = new MemoryTracker([workItem({ number: 1 })]);
    await syncOnce(db(), source, tracker.connector());
    const { read } = tracker;
    tracker.read = () => ({ outcome: "refused", why: "state: not understood" });
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect(await stored(source)).toEqual([{ number: 1, removed: true }]);
    tracker.read = read;
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect(await stored(source)).toEqual([{ number: 1, removed: false }]);
    expect(await refused(source)).toEqual([]);
  });
});
