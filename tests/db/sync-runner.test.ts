import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { deleteSource, findSource } from "@/db/queries/sources";
import { findWalk } from "@/db/queries/walks";
import type { SourceRow } from "@/db/schema";
import { UpstreamError } from "@/lib/errors";
import type { SyncRunner } from "@/lib/sync/sync-runner";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { hold } from "@/tests/setup/hold-tracker";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { openRunner, type SyncLines } from "@/tests/setup/runner";
import { signal } from "@/tests/setup/signal";
import { storeDigest } from "@/tests/setup/store-digest";
import { until } from "@/tests/setup/until";

type RunState = {
  id: string;
  state: string;
  error: string | null;
  fetched: number;
  fruitless: number;
  paused: string | null;
};

describeOnBothEngines("the runs of several processes", (db) => {
  const trackers = new Map<string, MemoryTracker>();
  const runners: SyncRunner[] = [];

  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop();
    await db().execute(sql`delete from sources`);
    trackers.clear();
  });

  async function place(count = 10) {
    const source = await makeSource(db(), await makeProduct(db()));
    const items = Array.from({ length: count }, (_, index) => workItem({ number: index + 1 }));
    const tracker = new MemoryTracker(items);
    trackers.set(source.id, tracker);
    return { source, tracker, key: { workspaceId: source.workspaceId, sourceId: source.id } };
  }

  function runner(options: Parameters<typeof openRunner>[2] = {}) {
    const opened = openRunner(db(), trackers, options);
    runners.push(opened);
    return opened;
  }

  const runsOf = ({ id }: SourceRow) =>
    queryRows<RunState>(
      db(),
      sql`select id, state, error, fetched, fruitless_claims as fruitless,
                 paused_until::text as paused
          from sync_runs where source_id = ${id} order by started_at, id`,
    );

  function settled(source: SourceRow, states = ["succeeded", "failed"]) {
    const look = async () => {
      const last = (await runsOf(source)).at(-1);
      return last && states.includes(last.state) ? last : null;
    };
    return until(look, { what: `the run became ${states.join(" or ")}` });
  }

  test("a run that was asked for is worked by any process, once, and its job is put away", async () => {
    const { source, key } = await place();
    const [asking, working, other] = [runner(), runner(), runner()];
    const run = await asking.start({ ...key, mode: "full" });
    expect(run.state).toBe("queued");
    await Promise.all([working.tick(), other.tick()]);
    expect(await settled(source)).toMatchObject({ id: run.id, state: "succeeded", fetched: 10 });
    await Promise.all([working.stop(), other.stop(), asking.stop()]);
    expect(await runsOf(source)).toHaveLength(1);
    const jobs = await queryRows(db(), sql`select id from pgboss.job`);
    expect(jobs).toEqual([]);
  });

  test("asked for by several at once, or due while asked for, there is one run", async () => {
    const { source, key } = await place();
    await db().execute(sql`update sources set next_run_at = ${testNow.toISOString()}::timestamptz`);
    const three = [runner(), runner(), runner()];
    const asked = await Promise.allSettled([
      ...three.map((one) => one.start({ ...key, mode: "incremental" })),
      ...three.map((one) => one.tick()),
    ]);
    expect(asked.slice(0, 3).filter(({ status }) => status === "fulfilled").length).toBeLessThan(2);
    for (const one of three) await one.tick();
    await settled(source);
    expect(await runsOf(source)).toHaveLength(1);
  });

  test("two processes that start at once on a new database both work", async () => {
    const { source, key } = await place();
    const [one, other] = [runner(), runner()];
    await Promise.all([one.open(), other.open()]);
    await other.start({ ...key, mode: "full" });
    await one.tick();
    expect(await settled(source)).toMatchObject({ state: "succeeded" });
  });

  test("a stopping process hands its run back, and another goes on where it was", async () => {
    const { source, tracker, key } = await place();
    const { there, release } = hold(tracker, 2);
    const [first, second] = [runner(), runner()];
    const { id } = await first.start({ ...key, mode: "full" });
    await first.tick();
    await there;
    const stopped = first.stop();
    release();
    await stopped;
    expect(await runsOf(source)).toMatchObject([{ id, state: "queued", fetched: 6 }]);
    const pages: number[] = [];
    tracker.beforePage = (page) => pages.push(page);
    await second.tick();
    expect(await settled(source)).toMatchObject({ id, state: "succeeded", fetched: 10 });
    expect(pages).toEqual([2, 3]);
  });

  test("a run whose process died goes on in another as soon as its lease has run out", async () => {
    const { source, tracker, key } = await place();
    const { there, release } = hold(tracker, 2);
    const [dead, heir] = [runner(), runner()];
    const { id } = await dead.start({ ...key, mode: "full" });
    await dead.tick();
    await there;
    await heir.tick();
    expect(await runsOf(source)).toMatchObject([{ id, state: "running" }]);
    await db().execute(sql`update sync_runs set lease_until = now() - interval '1 second'`);
    await heir.tick();
    expect(await settled(source)).toMatchObject({ id, state: "succeeded" });
    // The dead one comes back: what it still holds in its hands is not stored.
    const before = await storeDigest(db(), source);
    release();
    await dead.stop();
    expect(await storeDigest(db(), source)).toEqual(before);
    expect(await runsOf(source)).toHaveLength(1);
  });

  test("a process that stood still before its walk began does not put it in place of its heir's", async () => {
    const { source, tracker, key } = await place();
    const [asked, answered] = [signal(), signal()];
    const open = tracker.connector.bind(tracker);
    let isFirst = true;
    tracker.connector = () => ({
      ...open(),
      fingerprint: async () => {
        if (!isFirst) return null;
        isFirst = false;
        asked.give();
        await answered.given;
        return null;
      },
    });
    const [dead, heir] = [runner(), runner()];
    await dead.start({ ...key, mode: "full" });
    await dead.tick();
    await asked.given;
    await db().execute(sql`update sync_runs set lease_until = now() - interval '1 second'`);
    const { there, release } = hold(tracker, 2);
    await heir.tick();
    await there;
    const walk = await findWalk(db(), key);
    expect(walk).toMatchObject({ fetched: 6 });
    answered.give();
    await dead.stop();
    expect(await findWalk(db(), key)).toEqual(walk);
    release();
    expect(await settled(source)).toMatchObject({ state: "succeeded", fetched: 10 });
  });

  test("a lease from before the clock was set back does not protect the dead", async () => {
    const { source, key } = await place();
    await runner().start({ ...key, mode: "full" });
    await db().execute(sql`update sync_runs set state = 'running', lease_owner = 'dead',
                           lease_until = now() + interval '2 hours'`);
    await runner().tick();
    expect(await settled(source)).toMatchObject({ state: "succeeded" });
  });

  test("where the database has one process, its predecessor's runs go on at once", async () => {
    const { source, key } = await place();
    await runner().start({ ...key, mode: "full" });
    await db().execute(sql`update sync_runs set state = 'running', lease_owner = 'dead',
                           lease_until = now() + interval '20 seconds'`);
    await runner({ shared: false }).tick();
    expect(await settled(source)).toMatchObject({ state: "succeeded" });
  });

  test("a run whose job was lost gets another", async () => {
    const { source, key } = await place();
    const one = runner();
    await one.start({ ...key, mode: "full" });
    await db().execute(sql`delete from pgboss.job`);
    await one.tick();
    expect(await runsOf(source)).toMatchObject([{ state: "queued" }]);
    await db().execute(sql`update sync_runs set job_sent_at = now() - interval '2 minutes'`);
    await one.tick();
    expect(await settled(source)).toMatchObject({ state: "succeeded" });
  });

  test("what keeps killing its process before anything is stored is given up, and says so", async () => {
    const { source, key } = await place();
    const one = runner();
    await one.start({ ...key, mode: "full" });
    await db().execute(sql`update sync_runs set state = 'running', lease_owner = 'dead',
                           lease_until = now() - interval '1 second', fruitless_claims = 5`);
    await one.tick();
    const run = await settled(source);
    expect(run.state).toBe("failed");
    expect(run.error).toMatch(/given up/);
    const due = (await findSource(db(), key))?.nextRunAt;
    expect(due?.getTime()).toBeGreaterThan(testNow.getTime());
  });

  test("a used-up rate limit pauses the run until its end, and a new token ends the pause", async () => {
    const { source, tracker, key } = await place();
    const now = () => new Date();
    const retryAt = new Date(Date.now() + 3_600_000);
    tracker.beforePage = (page) => {
      if (page === 2) throw new UpstreamError("rate_limited", "Wait an hour.", { retryAt });
    };
    const one = runner({ now });
    const { id } = await one.start({ ...key, mode: "full" });
    await one.tick();
    const paused = await settled(source, ["queued"]);
    expect(paused).toMatchObject({ id, error: "Wait an hour.", fetched: 6 });
    expect(new Date(paused.paused ?? 0).getTime()).toBe(retryAt.getTime() + 1000);
    await one.tick();
    expect(await runsOf(source)).toMatchObject([{ id, state: "queued" }]);
    tracker.beforePage = () => undefined;
    await one.resume(key);
    await one.tick();
    expect(await settled(source)).toMatchObject({ id, state: "succeeded", fetched: 10 });
  });

  test("a rate limit that never lets anything through ends in a failure", async () => {
    const { source, tracker, key } = await place();
    const retryAt = new Date(Date.now() + 3_600_000);
    tracker.beforePage = () => {
      throw new UpstreamError("rate_limited", "Wait an hour.", { retryAt });
    };
    const one = runner({ now: () => new Date() });
    await one.start({ ...key, mode: "full" });
    // The first claim is a fruitful one: it finds nothing to derive again, and says so.
    for (let claim = 0; claim <= 5; claim++) {
      await one.tick();
      await settled(source, claim < 5 ? ["queued"] : ["failed"]);
      if (claim < 5) await one.resume(key);
    }
    expect((await findSource(db(), key))?.nextRunAt).toEqual(retryAt);
  });

  test("a source deleted in the middle of its run leaves nothing, and is no error", async () => {
    const { source, tracker, key } = await place();
    const { there, release } = hold(tracker, 1);
    const log: SyncLines = [];
    const one = runner({ log });
    await one.start({ ...key, mode: "full" });
    await one.tick();
    await there;
    await deleteSource(db(), key);
    release();
    await until(async () => (log.length < 2 ? null : log), { what: "two lines were logged" });
    expect(log.map(({ message }) => message)).toEqual([
      "sync started",
      "sync was taken over, or its source deleted",
    ]);
    const left = await queryRows(
      db(),
      sql`select external_id from raw_records where source_id = ${source.id}`,
    );
    expect(left).toEqual([]);
  });

  test("a source whose next time lies absurdly far ahead is due: its clock was wrong", async () => {
    const { source } = await place();
    await db().execute(sql`update sources set next_run_at = '2090-01-01'`);
    await runner().tick();
    await runner().tick();
    expect(await settled(source)).toMatchObject({ state: "succeeded" });
  });
});
