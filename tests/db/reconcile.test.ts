import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { findSource } from "@/db/queries/sources";
import { findWalk } from "@/db/queries/walks";
import type { SourceRow } from "@/db/schema";
import { UpstreamError } from "@/lib/errors";
import { modeOf } from "@/lib/sync/schedule";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { storeDigest } from "@/tests/setup/store-digest";
import { claimRun, syncOnce, workRun } from "@/tests/setup/sync-once";

const hour = 3_600_000;

test("a walk over everything is due a reconciliation interval after the last", () => {
  const modeAfter = (hours: number) =>
    modeOf(
      { watermark: testNow, reconciledAt: testNow },
      { now: new Date(testNow.getTime() + hours * hour), reconcileHours: 24 },
    );
  expect([1, 23, 24, 100].map(modeAfter)).toEqual(["incremental", "incremental", "full", "full"]);
  expect(modeAfter(-1)).toBe("full");
  const first = { watermark: null, reconciledAt: null };
  expect(modeOf(first, { now: testNow, reconcileHours: 24 })).toBe("incremental");
});

describeOnBothEngines("reconciliation", (db) => {
  async function synced(count = 10) {
    const place = await makeSource(db(), await makeProduct(db()));
    const tracker = new MemoryTracker(
      Array.from({ length: count }, (_, index) => workItem({ number: index + 1 })),
    );
    await syncOnce(db(), place, tracker.connector());
    return { place, tracker };
  }

  const keyOf = ({ workspaceId, id }: SourceRow) => ({ workspaceId, sourceId: id });
  const source = (place: SourceRow) => findSource(db(), keyOf(place));
  const removed = (place: SourceRow) =>
    queryRows<{ externalId: string; goneAt: string | null }>(
      db(),
      sql`select w.external_id as "externalId", r.gone_at::text as "goneAt"
          from work_items w join raw_records r using (workspace_id, source_id, external_id)
          where source_id = ${place.id} and w.removed_at is not null order by 1`,
    );

  test("an incremental sync that finds nothing new asks for a fingerprint and a page", async () => {
    const { place, tracker } = await synced();
    tracker.asked.pages = 0;
    tracker.asked.fingerprint = 0;
    await syncOnce(db(), place, tracker.connector());
    expect(tracker.asked).toEqual({ check: 0, pages: 1, find: 0, fingerprint: 1 });
  });

  test("what an update time does not show is found through the fingerprint", async () => {
    const { place, tracker } = await synced();
    tracker.fingerprint = "labels 1";
    await syncOnce(db(), place, tracker.connector());
    expect((await source(place))?.fingerprint).toBe("labels 1");
    tracker.put(workItem({ number: 3, labels: ["renamed"] }));
    await syncOnce(db(), place, tracker.connector());
    expect((await storeDigest(db(), place)).join()).not.toContain("renamed");
    tracker.fingerprint = "labels 2";
    await syncOnce(db(), place, tracker.connector());
    expect((await storeDigest(db(), place)).join()).toContain("renamed");
    expect(await source(place)).toMatchObject({ fingerprint: "labels 2", reconciledAt: testNow });
  });

  test("a fingerprint is known only once the walk that began with it is complete", async () => {
    const { place, tracker } = await synced();
    tracker.fingerprint = "labels 1";
    tracker.beforePage = () => {
      throw new Error("broken");
    };
    const run = await claimRun(db(), place);
    await expect(workRun(db(), run, tracker.connector())).rejects.toThrow("broken");
    expect((await source(place))?.fingerprint).toBeNull();
  });

  test("finding what is gone goes on after an interruption without asking anything twice", async () => {
    const { place, tracker } = await synced();
    for (const id of ["1001", "1004", "1007", "1010"]) tracker.items.delete(id);
    const connector = tracker.connector();
    let asked = 0;
    const broken: typeof connector = {
      ...connector,
      find: (reference, signal) => {
        asked += 1;
        if (asked === 3) throw new Error("broken");
        return connector.find(reference, signal);
      },
    };
    const run = await claimRun(db(), place, "full");
    await expect(workRun(db(), run, broken)).rejects.toThrow("broken");
    expect(await removed(place)).toHaveLength(2);
    expect((await findWalk(db(), keyOf(place)))?.walkedAt).toEqual(testNow);
    await db().execute(sql`update sync_runs set state = 'queued' where id = ${run.id}`);
    tracker.asked.pages = 0;
    tracker.asked.find = 0;
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(tracker.asked).toMatchObject({ pages: 0, find: 2 });
    expect((await removed(place)).map(({ externalId }) => externalId)).toEqual([
      "1001",
      "1004",
      "1007",
      "1010",
    ]);
  });

  test("what is gone is not asked for again by the next reconciliation", async () => {
    const { place, tracker } = await synced();
    tracker.items.delete("1004");
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    tracker.asked.find = 0;
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(tracker.asked.find).toBe(0);
    expect((await removed(place)).map(({ goneAt }) => goneAt)).not.toContain(null);
  });

  test("a refused record that is gone upstream is listed no more, and no mapping brings it back", async () => {
    const { place, tracker } = await synced(2);
    const refused = () =>
      queryRows(db(), sql`select external_id from refused_records where source_id = ${place.id}`);
    const { read } = tracker;
    tracker.read = () => ({ outcome: "refused", why: "state: not understood" });
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(await refused()).toHaveLength(2);
    tracker.items.delete("1001");
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(await refused()).toEqual([{ external_id: "1002" }]);
    tracker.read = read;
    tracker.mapping = "memory 2";
    await syncOnce(db(), place, tracker.connector());
    expect((await removed(place)).map(({ externalId }) => externalId)).toEqual(["1001"]);
  });

  test("a place that suddenly shows nothing is checked before anything is marked removed", async () => {
    const { place, tracker } = await synced();
    const connector = tracker.connector();
    tracker.items.clear();
    const shut: typeof connector = {
      ...connector,
      check: async () => {
        throw new UpstreamError("unauthorized", "The token has lost its rights.");
      },
    };
    const run = await claimRun(db(), place, "full");
    await expect(workRun(db(), run, shut)).rejects.toThrow("lost its rights");
    expect(await removed(place)).toEqual([]);
    await db().execute(sql`update sync_runs set state = 'queued' where id = ${run.id}`);
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(tracker.asked.check).toBe(1);
    expect(await removed(place)).toHaveLength(10);
  });

  test("a walk killed after its last page does not walk again", async () => {
    const { place, tracker } = await synced();
    const connector = tracker.connector();
    const killed: typeof connector = {
      ...connector,
      async *collect(request) {
        yield* connector.collect(request);
        throw new Error("killed");
      },
    };
    const run = await claimRun(db(), place, "full");
    await expect(workRun(db(), run, killed)).rejects.toThrow("killed");
    await db().execute(sql`update sync_runs set state = 'queued' where id = ${run.id}`);
    tracker.asked.pages = 0;
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(tracker.asked.pages).toBe(0);
  });

  test("a checkpoint that is refused makes the walk begin again; a third refusal ends the run", async () => {
    const { place, tracker } = await synced();
    const expired = new UpstreamError("cursor_expired", "The tracker forgot the place.");
    let refusals = 0;
    tracker.beforePage = (page) => {
      if (page === 2 && refusals++ < 1) throw expired;
    };
    await syncOnce(db(), place, tracker.connector(), { mode: "full" });
    expect(refusals).toBe(2);
    const starts: number[] = [];
    tracker.beforePage = (page) => {
      starts.push(page);
      if (page === 2) throw expired;
    };
    const run = await claimRun(db(), place, "full");
    await expect(workRun(db(), run, tracker.connector())).rejects.toThrow("forgot");
    expect(starts.filter((page) => page === 0)).toHaveLength(3);
    expect(await findWalk(db(), keyOf(place))).toBeNull();
  });
});
