import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { recordRefusals } from "@/db/queries/raw-records";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { createSourceSchema, listRefusedSchema, updateSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { getBalance } from "@/lib/services/get-balance";
import { listRefused } from "@/lib/services/list-refused";
import { rederiveSource } from "@/lib/services/rederive-source";
import { startSync } from "@/lib/services/start-sync";
import { updateSource } from "@/lib/services/update-source";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { signal } from "@/tests/setup/signal";
import { until } from "@/tests/setup/until";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld, type World } from "@/tests/setup/world";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";

const repository = "acme/checkout";

describeOnBothEngines("changing how a source is read", (db) => {
  let standIn: GithubStandIn;
  const worlds: World[] = [];

  beforeAll(async () => {
    standIn = createGithubStandIn({ repositories: [smallRepository()] });
    await standIn.start();
  });
  afterEach(async () => {
    standIn.clearFaults();
    for (const world of worlds.splice(0)) await world.close();
  });
  afterAll(() => standIn.close());

  async function connected(place: GithubStandIn = standIn) {
    const product = await makeProduct(db());
    const world = openWorld(db(), product, place.url);
    worlds.push(world);
    const { ctx } = world;
    const asked = { kind: "github", repository, apiUrl: place.url };
    const source = createSourceSchema.parse(asked);
    const { id } = await createSource({ ctx, input: { productId: product.id, source } });
    const first = await waitForSync(ctx, id);
    const change = (asked: object) =>
      updateSource({ ctx, input: { sourceId: id, change: updateSourceSchema.parse(asked) } });
    return { ctx, product, id, first, change };
  }

  test("counting pull requests changes the items from what is stored, also while the tracker is down", async () => {
    const { ctx, id, first, change } = await connected();
    standIn.setFault({ kind: "html" });
    await change({ count: "issues_and_pulls" });
    const withPulls = await waitForSync(ctx, id);
    expect(withPulls.state).toBe("failed");
    expect(withPulls.itemCount).toBeGreaterThan(first.itemCount);
    standIn.clearFaults();
    await change({ count: "issues" });
    expect(await waitForSync(ctx, id)).toMatchObject({
      state: "idle",
      count: "issues",
      itemCount: first.itemCount,
    });
  });

  test("a new token is checked before it replaces the present one", async () => {
    const { ctx, id, change } = await connected();
    await expect(change({ token: "wrong" })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { token: expect.stringMatching(/token/) },
    });
    expect(await waitForSync(ctx, id)).toMatchObject({ hasToken: false });
    expect(await change({ token: "token-with-all-rights" })).toMatchObject({ hasToken: true });
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle" });
    expect(await change({ token: null })).toMatchObject({ hasToken: false });
    await waitForSync(ctx, id);
  });

  /** A repository whose history only GraphQL tells, which needs a token. */
  async function withHistory(pause?: () => Promise<void>) {
    const { issues, ...rest } = smallRepository();
    const withIds = issues.map((issue) => ({ ...issue, node_id: `ISSUE_${issue.number}` }));
    const repositories = [{ ...rest, issues: withIds }];
    // Edited long ago, so that no walk since the last one meets it again.
    const now = () => new Date("2025-06-01T00:00:00Z");
    const own = createGithubStandIn({
      repositories,
      hasTimelines: false,
      now,
      ...(pause && { pause }),
    });
    await own.start();
    own.relabelIssue(repository, 1, ["one"]);
    own.relabelIssue(repository, 1, ["other"]);
    const world = await connected(own);
    const { ctx, id } = world;
    const events = async () => {
      const [row] = await queryRows<{ count: number }>(
        db(),
        sql`select count(*)::int as count from item_events e
            join work_items w on w.workspace_id = e.workspace_id and w.id = e.item_id
            where w.source_id = ${id} and e.type = 'relabelled'`,
      );
      return row?.count ?? 0;
    };
    expect(await events()).toBe(0);
    const sync = () => startSync({ ctx, input: { sourceId: id, mode: "full" } });
    return { ...world, own, events, sync };
  }

  test("a token that is added later makes everything be read again, with the histories it brings", async () => {
    const { ctx, id, change, events, own } = await withHistory();
    await change({ token: "token-with-all-rights" });
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle", lastRun: { mode: "full" } });
    expect(await events()).toBeGreaterThan(0);
    await own.close();
  });

  test("a token that is added in mid-walk makes everything be read again all the same", async () => {
    const [asked, answered] = [signal(), signal()];
    const { ctx, id, change, events, own, sync } = await withHistory(async () => {
      asked.give();
      await answered.given;
    });
    own.setFault({ kind: "slow", on: "issues", times: 1 });
    await sync();
    await asked.given;
    await change({ token: "token-with-all-rights" });
    answered.give();
    // What had begun without it is no whole walk, so that one more follows by itself.
    const seen = async () => (await waitForSync(ctx, id)) && (await events()) > 0;
    await until(async () => ((await seen()) ? true : null), { what: "histories came" });
    await own.close();
  });

  test("what only Jira tells is refused of a repository", async () => {
    const { change } = await connected();
    await expect(change({ countSubtasks: true })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { countSubtasks: expect.any(String) },
    });
    await expect(change({ resolutions: { Done: "completed" } })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { resolutions: expect.any(String) },
    });
  });

  test("an estimate to choose is refused where the tracker keeps none", async () => {
    const { change } = await connected();
    await expect(change({ pointsField: "Story Points" })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { pointsField: expect.any(String) },
    });
  });

  test("items can be made again on demand, and nothing about them changes", async () => {
    const { ctx, id, first } = await connected();
    await rederiveSource({ ctx, input: { sourceId: id } });
    expect(await waitForSync(ctx, id)).toMatchObject({
      state: "idle",
      itemCount: first.itemCount,
      lastRun: { changed: 0 },
    });
  });

  test("a failed sync makes the balance stale and says why; a success makes it fresh again", async () => {
    const { ctx, product, id } = await connected();
    const balance = () =>
      getBalance({ ctx, input: { productId: product.id, query: getBalanceSchema.parse({}) } });
    expect((await balance()).stale).toBeNull();
    standIn.setFault({ kind: "html" });
    await startSync({ ctx, input: { sourceId: id, mode: "incremental" } });
    const failed = await waitForSync(ctx, id);
    expect(await balance()).toMatchObject({
      syncedAt: failed.lastSuccessAt,
      stale: { since: failed.lastSuccessAt, why: `acme/checkout: ${failed.lastRun?.error}` },
    });
    standIn.clearFaults();
    await startSync({ ctx, input: { sourceId: id, mode: "incremental" } });
    await waitForSync(ctx, id);
    expect((await balance()).stale).toBeNull();
  });

  test("an incremental sync that finds nothing new asks at most three times", async () => {
    const { ctx, id } = await connected();
    const before = standIn.requests.length;
    await startSync({ ctx, input: { sourceId: id, mode: "incremental" } });
    await waitForSync(ctx, id);
    expect(standIn.requests.length - before).toBeLessThanOrEqual(3);
  });

  test("records that cannot be stored are listed, a page at a time", async () => {
    const { ctx, id } = await connected();
    const { workspaceId } = ctx.actor;
    const externalIds = ["1", "2", "3"];
    const refused = externalIds.map((externalId) => ({ externalId, reason: "title: too odd" }));
    const at = ctx.now();
    await recordRefusals(db(), { workspaceId, sourceId: id, externalIds, refused, at });
    const page = async (cursor?: string) => {
      const query = listRefusedSchema.parse({ limit: "2", ...(cursor && { cursor }) });
      return listRefused({ ctx, input: { sourceId: id, query } });
    };
    const first = await page();
    expect(first.items).toEqual([
      { externalId: "1", reason: "title: too odd", refusedAt: at.toISOString() },
      { externalId: "2", reason: "title: too odd", refusedAt: at.toISOString() },
    ]);
    const second = await page(first.nextCursor ?? "");
    expect(second.items.map(({ externalId }) => externalId)).toEqual(["3"]);
    expect(second.nextCursor).toBeNull();
  });
});
