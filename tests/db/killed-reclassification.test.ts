import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Database, Db } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { findReclassification } from "@/db/queries/reclassifications";
import { insertRuleSet } from "@/db/queries/rule-sets";
import type { ProductRow, SourceRow } from "@/db/schema";
import { createRandom } from "@/lib/connectors/sample/history/random";
import { advanceReclassification, requestReclassification } from "@/lib/sync/reclassify-product";
import { bundleScript } from "@/scripts/prepare/bundle-script.mjs";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { prepareDataFolder } from "@/tests/setup/embedded-copy";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { ruleSetOf } from "@/tests/setup/rule-sets";
import { countChanges, readAnswers } from "@/tests/setup/rules-world";
import { createServerCopy } from "@/tests/setup/server-copy";
import { syncOnce } from "@/tests/setup/sync-once";

const kills = 6;
const seed = 1;
const items = 3_000;
const program = path.resolve(".cache/tests/reclassifying-process.mjs");
const templateUrl = inject("templateUrl");

/** A text of the raw record makes batches of 200: fifteen of them. */
const rules = ruleSetOf([
  {
    when: { field: "custom", name: "author", is: ["ada"] },
    decide: { action: "classify", category: "rewrite" },
  },
]);

type Place = { engine: "embedded" | "server"; address: string; open: () => Promise<Database> };

beforeAll(() =>
  bundleScript(process.cwd(), {
    entry: "tests/setup/kills/reclassifying-process.ts",
    outfile: program,
  }),
);

/** Works on the store's reclassification in a process of its own; counts its batches. */
function work({ engine, address }: Place) {
  const child = spawn(process.execPath, [program, engine, address], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const worker = { child, ended, batches: 0 };
  child.stdout.on("data", (text: Buffer) => {
    worker.batches += text.toString().split("\n").length - 1;
  });
  return worker;
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null && signalCode === null;

/** Items that are bugs by their label, and a walk over them that nobody has begun. */
async function fill(db: Db): Promise<{ product: ProductRow; source: SourceRow }> {
  const product = await makeProduct(db);
  const source = await makeSource(db, product);
  const all = Array.from({ length: items }, (_, index) =>
    workItem({ number: index + 1, labels: ["bug"] }),
  );
  await syncOnce(db, source, new MemoryTracker(all).connector());
  const { workspaceId, id: productId } = product;
  const row = { version: 1, content: rules, note: null, restoredFrom: null, actor: "ada" };
  await insertRuleSet(db, { workspaceId, productId, ...row, createdAt: testNow });
  await request(db, product);
  return { product, source };
}

async function request(db: Db, { workspaceId, id: productId }: ProductRow): Promise<void> {
  const wish = { rulesVersion: 1, actor: "ada", at: testNow };
  await db.transaction((tx) => requestReclassification(tx, { workspaceId, productId }, wish));
}

/** The answers and how often the journal was written, and how far the walk is. */
async function look(db: Db, { product, source }: Awaited<ReturnType<typeof fill>>) {
  const { workspaceId, id: productId } = product;
  const walk = await findReclassification(db, { workspaceId, productId });
  const answers = (await readAnswers(db, product)).map(({ category }) => category);
  return {
    kinds: [...new Set(answers)],
    count: answers.length,
    journal: await countChanges(db, source),
    done: walk?.done ?? 0,
    isFinished: walk?.finishedAt !== null,
  };
}

/** `workers` at once, all killed again and again; in between, readers see all that was or all that is. */
async function killAtRandom(place: Place, workers: number): Promise<void> {
  const random = createRandom(seed);
  const filling = await place.open();
  const stored = await fill(filling.db);
  const before = await look(filling.db, stored);
  expect(before).toMatchObject({
    kinds: ["maintenance"],
    count: items,
    journal: items,
    isFinished: false,
  });
  await filling.close();
  let furthest = 0;
  for (let killed = 0; killed < kills; killed += 1) {
    const all = Array.from({ length: workers }, () => work(place));
    const batches = () => all.reduce((sum, one) => sum + one.batches, 0);
    // A batch at least has begun; mostly one or two are done, so that the kills meet all of the walk.
    const until = 1 + Math.floor(random.next() * 3);
    while (batches() < until && all.some(({ child }) => isRunning(child))) await sleep(2);
    await sleep(random.next() * 20);
    for (const { child } of all) child.kill("SIGKILL");
    await Promise.all(all.map(({ ended }) => ended));
    const database = await place.open();
    const seen = await look(database.db, stored);
    await database.close();
    expect(seen.done).toBeGreaterThanOrEqual(furthest);
    furthest = seen.done;
    if (!seen.isFinished) expect(seen).toEqual({ ...before, done: seen.done });
  }
  const last = Array.from({ length: workers }, () => work(place));
  await Promise.all(last.map(({ ended }) => ended));
  expect(last.map(({ child }) => child.exitCode)).toEqual(last.map(() => 0));
  const database = await place.open();
  expect(await look(database.db, stored)).toEqual({
    kinds: ["rewrite"],
    count: items,
    journal: 2 * items,
    done: items,
    isFinished: true,
  });
  await request(database.db, stored.product);
  const ctx = contextOf(database.db, stored.product);
  const key = { workspaceId: stored.product.workspaceId, productId: stored.product.id };
  while (await advanceReclassification(ctx, key));
  expect((await look(database.db, stored)).journal).toBe(2 * items);
  await database.close();
}

describe(`a reclassification killed at ${kills} random points (seed ${seed})`, () => {
  test("of the embedded database ends whole, and shows nothing before", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "backlog kills "));
    prepareDataFolder(folder);
    const open = () => openEmbedded(folder);
    await killAtRandom({ engine: "embedded", address: folder, open }, 1);
    rmSync(folder, { recursive: true, force: true });
  }, 600_000);

  if (templateUrl === null) {
    test.skip("skipped: two workers need a PostgreSQL server (TEST_DATABASE_URL)", () => undefined);
    return;
  }

  test("by two workers on a server ends whole, and shows nothing before", async () => {
    const { url, drop } = await createServerCopy(templateUrl, "reclassify");
    const open = () => openServer(url);
    await killAtRandom({ engine: "server", address: url, open }, 2);
    await drop();
  }, 600_000);
});
