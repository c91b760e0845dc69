import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { apiClient } from "./setup/api-client";
import { manyIssues } from "./setup/many-issues";
import { type AppSettings, startApp } from "./setup/start-app";

const issueCount = 1_250;
const secretKey = "a key for the tests of killing and restarting";
const server = process.env.TEST_DATABASE_URL;

let standIn: GithubStandIn;
test.beforeAll(async () => {
  standIn = createGithubStandIn({ repositories: [manyIssues(issueCount)], delayMs: 150 });
  await standIn.start();
});
test.afterAll(() => standIn.close());

/** Connects, kills the process at the given page (never, for -1), starts again, and reads the store. */
async function storeAfterKill(settings: AppSettings, pages: number): Promise<object[]> {
  let app = await startApp({ ...settings, allowedHosts: standIn.host });
  try {
    const api = apiClient(app.url);
    const product = await api.createProduct("Killed");
    // With a token histories are asked for by the fifty: one by one they would use up its rate limit.
    const token = "token-with-all-rights";
    const place = { repository: "acme/warehouse", apiUrl: standIn.url, token };
    const { id } = await api.connect(product, place);
    if (pages >= 0) {
      await expect
        .poll(async () => (await api.source(id)).progress.fetched, {
          intervals: [20],
        })
        .toBeGreaterThanOrEqual(pages * 100);
      await app.stop("SIGKILL");
      app = await startApp({ ...settings, allowedHosts: standIn.host });
    }
    const again = apiClient(app.url);
    await again.synced(id);
    return await again.storedItems(product.id);
  } finally {
    await app.stop();
  }
}

async function inFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "balance-kill-"));
  try {
    return await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function inDatabase<T>(url: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const name = `balance_kill_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    return await work(own.href);
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  }
}

// The whole product, once on each engine: tests/db kills its syncs at many more points.
test("a process killed in a first sync goes on at its next start: the same store (embedded)", async () => {
  test.setTimeout(900_000);
  const undisturbed = await inFolder((dataDir) => storeAfterKill({ dataDir }, -1));
  expect(undisturbed).toHaveLength(issueCount);
  const killed = await inFolder((dataDir) => storeAfterKill({ dataDir }, 5));
  expect(killed).toEqual(undisturbed);
});

test("a process killed in a first sync goes on at its next start: the same store (server)", async () => {
  test.skip(!server, "no PostgreSQL server is given (TEST_DATABASE_URL)");
  test.setTimeout(900_000);
  const stores = [];
  for (const pages of [-1, 6]) {
    stores.push(
      await inDatabase(server ?? "", (databaseUrl) =>
        inFolder((dataDir) => storeAfterKill({ dataDir, databaseUrl, secretKey }, pages)),
      ),
    );
  }
  expect(stores[0]).toHaveLength(issueCount);
  expect(stores[1]).toEqual(stores[0]);
});
