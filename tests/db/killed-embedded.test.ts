import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { findSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import { createRandom } from "@/lib/connectors/sample/history/random";
import { bundleScript } from "@/scripts/prepare/bundle-script.mjs";
import { makeProduct, makeSource } from "@/tests/factories";
import { prepareDataFolder } from "@/tests/setup/embedded-copy";
import { editWarehouse, openWarehouse, randomPoint } from "@/tests/setup/kills/warehouse";
import { storeDigest } from "@/tests/setup/store-digest";
import type { GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";

const kills = 25;
const seed = 1;

/** The embedded database in a process that is killed with SIGKILL again and again. */
const folder = mkdtempSync(path.join(tmpdir(), "backlog kills "));
const program = path.resolve(".cache/tests/embedded-process.mjs");
const children = new Set<ChildProcess>();
let standIn: GithubStandIn;
let source: SourceRow;

beforeAll(async () => {
  const entry = "tests/setup/kills/embedded-process.ts";
  await bundleScript(process.cwd(), { entry, outfile: program });
  standIn = await openWarehouse();
  prepareDataFolder(path.join(folder, "new"));
  const database = await openEmbedded(path.join(folder, "new"));
  source = await makeSource(database.db, await makeProduct(database.db), {
    apiUrl: standIn.url,
    settings: { owner: "acme", name: "warehouse" },
    nextRunAt: new Date(0),
  });
  await database.close();
});
afterAll(async () => {
  for (const child of children) await end(child, "SIGKILL");
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

function work(store: string) {
  const args = [program, path.join(folder, store), standIn.host];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  children.add(child);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals | null): Promise<number | null> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (isRunning(child)) {
    if (signal !== null) child.kill(signal);
    await ended;
  }
  children.delete(child);
  return child.exitCode;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function copy(from: string, to: string): string {
  cpSync(path.join(folder, from), path.join(folder, to), { recursive: true });
  return to;
}

/** What a store holds, how its runs ended and which jobs are left. */
async function contents(store: string) {
  const database = await openEmbedded(path.join(folder, store));
  try {
    const { db } = database;
    const runs = await queryRows<{ state: string }>(
      db,
      sql`select state from sync_runs order by started_at`,
    );
    const jobs = await queryRows(db, sql`select id from pgboss.job`);
    const { workspaceId, id: sourceId } = source;
    const synced = (await findSource(db, { workspaceId, sourceId }))?.lastSuccessAt ?? null;
    return { items: await storeDigest(db, source), runs, jobs, isSynced: synced !== null };
  } finally {
    await database.close();
  }
}

/** Kills syncs of copies of a store at so many random points; each must end as `undisturbed` did. */
async function killAtRandom(base: string, undisturbed: Awaited<ReturnType<typeof contents>>) {
  const random = createRandom(seed);
  for (let killed = 0, stores = 1; killed < kills; stores++) {
    const store = copy(base, `${base} killed ${stores}`);
    const since = standIn.requests.length;
    for (;;) {
      const child = work(store);
      const hasEnded = async () => !isRunning(child);
      if (killed === kills || !(await randomPoint(standIn, { random, since, killed, hasEnded }))) {
        expect(await end(child, null)).toBe(0);
        break;
      }
      await end(child, "SIGKILL");
      killed += 1;
    }
    expect(await contents(store)).toEqual(undisturbed);
  }
}

async function undisturbed(base: string, to: string) {
  expect(await end(work(copy(base, to)), null)).toBe(0);
  return contents(to);
}

const succeeded = { state: "succeeded" };

test(`killed at ${kills} random points (seed ${seed}), a first sync ends as an undisturbed one`, async () => {
  const first = await undisturbed("new", "synced");
  expect(first.items).toHaveLength(600);
  expect(first).toMatchObject({ runs: [succeeded], jobs: [], isSynced: true });
  await killAtRandom("new", first);
}, 1_800_000);

test(`killed at ${kills} random points (seed ${seed}), an incremental sync ends as an undisturbed one`, async () => {
  editWarehouse(standIn);
  const database = await openEmbedded(path.join(folder, copy("synced", "edited")));
  await database.db.execute(sql`update sources set next_run_at = now()`);
  await database.close();
  const second = await undisturbed("edited", "synced again");
  expect(second.items.filter((line) => line.includes("Edited"))).toHaveLength(200);
  expect(second).toMatchObject({ runs: [succeeded, succeeded], jobs: [], isSynced: true });
  await killAtRandom("edited", second);
}, 1_800_000);
