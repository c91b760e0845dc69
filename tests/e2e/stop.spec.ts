import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { apiClient } from "./setup/api-client";
import { manyIssues } from "./setup/many-issues";
import { startApp } from "./setup/start-app";

const issueCount = 800;
const longestStopMs = 10_000;

let standIn: GithubStandIn;
let dataDir: string;
test.beforeAll(async () => {
  standIn = createGithubStandIn({ repositories: [manyIssues(issueCount)], delayMs: 300 });
  await standIn.start();
  dataDir = mkdtempSync(join(tmpdir(), "balance-stop-"));
});
test.afterAll(async () => {
  await standIn.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test("told to stop in a sync, it hands the rest back, ends in ten seconds, and the next start goes on", async () => {
  test.setTimeout(600_000);
  const settings = { dataDir, allowedHosts: standIn.host };
  let app = await startApp(settings);
  try {
    const api = apiClient(app.url);
    expect(await api.call("GET", "/api/ready")).toEqual({ status: 200, body: { status: "ready" } });
    const health = await api.call("GET", "/api/health");
    expect(health.body).toMatchObject({ status: "ok", backups: { lastAt: null, failedAt: null } });
    const product = await api.createProduct("Stopped");
    const place = {
      repository: "acme/warehouse",
      apiUrl: standIn.url,
      token: "token-with-all-rights",
    };
    const { id } = await api.connect(product, place);
    await expect
      .poll(async () => (await api.source(id)).progress.fetched, { intervals: [20] })
      .toBeGreaterThanOrEqual(200);
    const told = Date.now();
    await app.stop("SIGTERM");
    expect(Date.now() - told).toBeLessThan(longestStopMs);
    expect(app.process.exitCode).toBe(0);
    app = await startApp(settings);
    const again = apiClient(app.url);
    const { lastRun } = await again.synced(id);
    expect(lastRun?.error).toBeNull();
    expect(await again.storedItems(product.id)).toHaveLength(issueCount);
  } finally {
    await app.stop();
  }
});
