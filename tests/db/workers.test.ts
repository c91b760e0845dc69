import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Database, queryRows } from "@/db/client";
import { openServer } from "@/db/open-server";
import { findSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { manyIssues } from "@/tests/e2e/setup/many-issues";
import { makeProduct } from "@/tests/factories";
import { storeDigest } from "@/tests/setup/store-digest";
import { openWorld, worldSecretKey } from "@/tests/setup/world";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";

const kills = 4;
const templateUrl = inject("templateUrl");

/** Real worker processes on one database, one of them killed with SIGKILL again and again. */
if (templateUrl === null) {
  test.skip("skipped: workers need a PostgreSQL server (TEST_DATABASE_URL)", () => undefined);
} else {
  const name = `balance_workers_${crypto.randomUUID().replaceAll("-", "")}`;
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  const admin = postgres(adminUrl(templateUrl), { max: 1, onnotice: () => undefined });
  const workers = new Set<ChildProcess>();
  let database: Database;
  let standIn: GithubStandIn;

  beforeAll(async () => {
    await admin.unsafe(
      `create database ${name} template ${new URL(templateUrl).pathname.slice(1)}`,
    );
    database = await openServer(url.href);
    standIn = createGithubStandIn({ repositories: [manyIssues(2000)], delayMs: 60 });
    await standIn.start();
  });
  afterAll(async () => {
    await Promise.all([...workers].map((worker) => stop(worker, "SIGKILL")));
    await database.close();
    await standIn.close();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });

  function work(): ChildProcess {
    const worker = spawn(process.execPath, ["scripts/worker.mjs"], {
      env: {
        ...process.env,
        DATABASE_URL: url.href,
        SECRET_KEY: worldSecretKey,
        ALLOWED_UPSTREAM_HOSTS: new URL(standIn.url).host,
        LOG_LEVEL: "silent",
      },
      stdio: "ignore",
    });
    workers.add(worker);
    return worker;
  }

  async function connect(): Promise<SourceRow> {
    const product = await makeProduct(database.db);
    const world = openWorld(database.db, product, standIn.url);
    await world.runner.stop();
    const asked = { kind: "github", repository: "acme/warehouse", apiUrl: standIn.url };
    const source = createSourceSchema.parse(asked);
    const input = { productId: product.id, source };
    const { id: sourceId } = await createSource({ ctx: world.ctx, input });
    await world.close();
    const row = await findSource(database.db, { workspaceId: product.workspaceId, sourceId });
    if (!row) throw new Error("The source was not stored.");
    return row;
  }

  const runs = ({ id }: SourceRow) =>
    queryRows<{ state: string; fetched: number; owner: string | null }>(
      database.db,
      sql`select state, fetched, lease_owner as owner from sync_runs where source_id = ${id}`,
    );

  async function until(source: SourceRow, isSo: (fetched: number, state: string) => boolean) {
    for (let look = 0; look < 600; look++) {
      const [run] = await runs(source);
      if (run && isSo(run.fetched, run.state)) return run;
      await sleep(50);
    }
    throw new Error(`The run stands at ${JSON.stringify(await runs(source))}.`);
  }

  test("however often workers are killed, one run ends with the store of an undisturbed one", async () => {
    const undisturbed = await connect();
    const alone = work();
    await until(undisturbed, (_fetched, state) => state === "succeeded");
    await stop(alone, "SIGTERM");

    const source = await connect();
    const pair = [work(), work()];
    for (let kill = 0; kill < kills; kill++) {
      const { fetched: before } = await until(source, (_fetched, state) => state === "running");
      await until(source, (fetched) => fetched >= before + 100 + 37 * kill);
      // Which of the two holds the run is not known: both die, and two others begin.
      await Promise.all(pair.splice(0).map((worker) => stop(worker, "SIGKILL")));
      await database.db.execute(sql`update sync_runs set lease_until = now()
                                    where state = 'running'`);
      pair.push(work(), work());
    }
    await until(source, (_fetched, state) => state === "succeeded");
    expect(await runs(source)).toHaveLength(1);
    expect(await storeDigest(database.db, source)).toEqual(
      await storeDigest(database.db, undisturbed),
    );
    await Promise.all(pair.map((worker) => stop(worker, "SIGTERM")));
    expect(pair.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await queryRows(database.db, sql`select id from pgboss.job`)).toEqual([]);
  }, 180_000);

  async function stop(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    workers.delete(worker);
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill(signal);
    await ended;
  }
}

function adminUrl(template: string): string {
  const url = new URL(template);
  url.pathname = "/postgres";
  return url.href;
}
