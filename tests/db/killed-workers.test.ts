import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Database, queryRows } from "@/db/client";
import { openServer } from "@/db/open-server";
import type { SourceRow } from "@/db/schema";
import { createRandom } from "@/lib/connectors/sample/history/random";
import { makeProduct, makeSource } from "@/tests/factories";
import { editWarehouse, openWarehouse, randomPoint } from "@/tests/setup/kills/warehouse";
import { createServerCopy, type ServerCopy } from "@/tests/setup/server-copy";
import { storeDigest } from "@/tests/setup/store-digest";
import { worldSecretKey } from "@/tests/setup/world";
import type { GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";

const kills = 25;
const seed = 1;
const templateUrl = inject("templateUrl");

/** Two worker processes on one database; the one that works is killed with SIGKILL again and again. */
if (templateUrl === null) {
  test.skip("skipped: workers need a PostgreSQL server (TEST_DATABASE_URL)", () => undefined);
} else {
  let workers: ChildProcess[] = [];
  const readiness = new Map<ChildProcess, Promise<void>>();
  /** Why a worker ended that nobody has ended: nothing is to be waited for any more. */
  let failure: Error | null = null;
  /** The worker that began a run last. */
  let working: ChildProcess | null = null;
  let copy: ServerCopy;
  let database: Database;
  let standIn: GithubStandIn;

  beforeAll(async () => {
    copy = await createServerCopy(templateUrl, "workers");
    database = await openServer(copy.url);
    standIn = await openWarehouse();
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => end(worker, "SIGKILL")));
    await database.close();
    await standIn.close();
    await copy.drop();
  });

  function work(): ChildProcess {
    const worker = spawn(process.execPath, ["scripts/worker.mjs"], {
      env: {
        ...process.env,
        DATABASE_URL: copy.url,
        SECRET_KEY: worldSecretKey,
        ALLOWED_UPSTREAM_HOSTS: standIn.host,
        RATE_LIMIT_SHARE_PERCENT: "100",
        LOG_LEVEL: "info",
        // The test runner gives its own process another.
        BASE_URL: "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const told: string[] = [];
    worker.on("exit", (code) => {
      if (code !== 0 && code !== null) failure = new Error(`A worker ended:\n${told.join("")}`);
    });
    const isReady = new Promise<void>((resolve) => {
      worker.stdout.on("data", (text: Buffer) => {
        if (text.includes("is ready")) resolve();
      });
    });
    readiness.set(worker, isReady);
    worker.stderr.on("data", (lines: Buffer) => {
      told.push(String(lines));
      if (lines.includes("sync started")) working = worker;
    });
    return worker;
  }

  async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    if (worker.exitCode === null && worker.signalCode === null) {
      worker.kill(signal);
      await ended;
    }
    return worker.exitCode;
  }

  /** Another worker takes its place: it looks for work at once, where the other looks now and then. */
  async function replace(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (signal === "SIGTERM") await readiness.get(worker);
    const code = await end(worker, signal);
    if (signal === "SIGTERM") expect(code).toBe(0);
    if (worker === working) working = null;
    // Leases are told by the database's clock; nobody waits here for half a minute.
    await database.db.execute(
      sql`update sync_runs set lease_until = now() where state = 'running'`,
    );
    workers = [...workers.filter((one) => one !== worker), work()];
  }

  async function connect(): Promise<SourceRow> {
    return makeSource(database.db, await makeProduct(database.db), {
      apiUrl: standIn.url,
      settings: { owner: "acme", name: "warehouse" },
    });
  }

  const runsOf = ({ id }: SourceRow) =>
    queryRows<{ state: string }>(
      database.db,
      sql`select state from sync_runs where source_id = ${id} order by started_at`,
    );

  /** Makes it due, and has a worker look. Returns whether its next sync has ended by now. */
  async function begin(source: SourceRow): Promise<() => Promise<boolean>> {
    const before = (await runsOf(source)).length;
    await database.db.execute(sql`update sources set next_run_at = now() where id = ${source.id}`);
    const [first] = workers;
    if (first) await replace(first, "SIGTERM");
    else workers = [work(), work()];
    return async () => {
      const runs = await runsOf(source);
      return runs.length > before && runs.every(({ state }) => state === "succeeded");
    };
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) {
      if (failure) throw failure;
      await sleep(20);
    }
  }

  /** What a store holds, how its runs ended and which jobs are left. */
  async function contents(source: SourceRow) {
    const { db } = database;
    const jobs = () =>
      queryRows(
        db,
        sql`select id from pgboss.job where id in (
        select id from sync_runs where source_id = ${source.id})`,
      );
    await until(async () => (await jobs()).length === 0);
    return { items: await storeDigest(db, source), runs: await runsOf(source) };
  }

  async function undisturbed(source: SourceRow) {
    await until(await begin(source));
    return contents(source);
  }

  /** Kills syncs of ever another source at so many random points. Returns the sources it took. */
  async function killAtRandom(
    next: (index: number) => Promise<SourceRow>,
    expected: Awaited<ReturnType<typeof contents>>,
  ): Promise<SourceRow[]> {
    const random = createRandom(seed);
    const sources: SourceRow[] = [];
    for (let killed = 0; killed < kills; ) {
      const source = await next(sources.length);
      sources.push(source);
      const since = standIn.requests.length;
      const hasEnded = await begin(source);
      while (killed < kills && (await randomPoint(standIn, { random, since, killed, hasEnded }))) {
        const [first = null] = workers;
        const victim = working ?? first;
        if (victim) await replace(victim, "SIGKILL");
        killed += 1;
      }
      await until(hasEnded);
      expect(await contents(source)).toEqual(expected);
    }
    return sources;
  }

  let synced: SourceRow[] = [];
  const succeeded = { state: "succeeded" };

  test(`killed at ${kills} random points (seed ${seed}), a first sync ends as an undisturbed one`, async () => {
    const alone = await connect();
    const first = await undisturbed(alone);
    expect(first.items).toHaveLength(600);
    expect(first.runs).toEqual([succeeded]);
    synced = [alone, ...(await killAtRandom(connect, first))];
    // The next test may need some more: the fewer pages, the sooner a sync ends by itself.
    for (let left = 5; left > 0; left--) {
      const more = await connect();
      await undisturbed(more);
      synced.push(more);
    }
  }, 1_800_000);

  test(`killed at ${kills} random points (seed ${seed}), an incremental sync ends as an undisturbed one`, async () => {
    editWarehouse(standIn);
    const [alone = await connect(), ...others] = synced;
    const second = await undisturbed(alone);
    expect(second.items.filter((line) => line.includes("Edited"))).toHaveLength(200);
    expect(second.runs).toEqual([succeeded, succeeded]);
    const next = async (index: number) => {
      const ready = others[index];
      if (ready) return ready;
      throw new Error("There are no more synced sources.");
    };
    await killAtRandom(next, second);
  }, 1_800_000);
}
