import { afterEach, expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { getBalance } from "@/lib/services/get-balance";
import { getItem } from "@/lib/services/get-item";
import { listItems } from "@/lib/services/list-items";
import { listSources } from "@/lib/services/list-sources";
import { startSync } from "@/lib/services/start-sync";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld, type World } from "@/tests/setup/world";
import { plainIssues, siteOf } from "@/tests/upstream/jira-small-site.mjs";
import { createJiraStandIn, type JiraStandIn } from "@/tests/upstream/jira-stand-in.mjs";

describeOnBothEngines("connecting a Jira project", (db) => {
  const open: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).reverse()) await thing.close();
  });

  async function connecting(change: Record<string, unknown> = {}, mode?: "data_center") {
    const standIn: JiraStandIn = createJiraStandIn({
      mode: mode ?? "cloud",
      site: siteOf(plainIssues(6)),
    });
    await standIn.start();
    open.push(standIn);
    const product = await makeProduct(db());
    const world: World = openWorld(db(), product, standIn.url);
    open.push(world);
    const { ctx } = world;
    const place = { siteUrl: standIn.url, project: "PAY", token: "personal-token" };
    const source = createSourceSchema.parse({ kind: "jira", ...place, ...change });
    const connect = () => createSource({ ctx, input: { productId: product.id, source } });
    const items = async () => {
      const query = listItemsSchema.parse({});
      return (await listItems({ ctx, input: { productId: product.id, query } })).items;
    };
    const sources = async () =>
      (await listSources({ ctx, input: { productId: product.id } })).items;
    return { ctx, product, standIn, connect, items, sources };
  }

  const refusals: [string, Record<string, unknown>, string][] = [
    ["an address that is none", { siteUrl: "jira" }, "siteUrl"],
    ["a host that is not allowed", { siteUrl: "http://169.254.169.254/jira" }, "siteUrl"],
    ["a host that is down", { siteUrl: "http://127.0.0.1:1" }, "siteUrl"],
    ["a project that is not there", { project: "NOPE" }, "project"],
    ["a project's key that is none", { project: "?" }, "project"],
    ["no place at all", { project: undefined }, "project"],
    ["a query that Jira refuses", { project: undefined, jql: "sprnt = 5" }, "jql"],
    ["a query with an open quote", { project: undefined, jql: 'type = "Bug' }, "jql"],
    ["both a project and a query", { jql: "type = Bug" }, "jql"],
    ["a wrong token", { token: "wrong" }, "token"],
    ["an account that sees no issue", { token: "token-without-issues" }, "token"],
  ];

  test.each(refusals)("%s is refused at its field, and nothing is stored", async (...row) => {
    const [, change, field] = row;
    const { connect, sources } = await connecting(change);
    await expect(connect()).rejects.toMatchObject({
      code: "unprocessable",
      fields: { [field]: expect.stringMatching(/\w.*[.!]$/) },
    });
    expect(await sources()).toEqual([]);
  });

  test.each([undefined, "data_center" as const])("it is copied and followed (%s)", async (mode) => {
    const { ctx, connect, standIn, items, sources } = await connecting({}, mode);
    const { id } = await connect();
    await waitForSync(ctx, id);
    expect(await sources()).toMatchObject([{ kind: "jira", name: "Payments (PAY)", itemCount: 6 }]);
    expect((await items()).map(({ key }) => key)).toContain("PAY-6");
    standIn.moveToStatus("PAY-2", "Closed", "Won't Fix");
    standIn.deleteIssue("PAY-3");
    await startSync({ ctx, input: { sourceId: id, mode: "full" } });
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle", lastRun: { removed: 1 } });
    const wontFix = (await items()).find(({ key }) => key === "PAY-2");
    expect(wontFix).toMatchObject({
      state: "closed",
      category: "excluded",
      resolution: "not_planned",
    });
    const { events } = await getItem({ ctx, input: { itemId: wontFix?.id ?? "" } });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["opened", "status", "closed", "resolved"]),
    );
  });

  test("epics and sub-tasks are stored, and not counted", async () => {
    const { ctx, product, connect, standIn, items } = await connecting();
    standIn.retypeIssue("PAY-1", "Epic");
    standIn.retypeIssue("PAY-2", "Sub-task");
    const { id } = await connect();
    await waitForSync(ctx, id);
    expect((await items()).map(({ key }) => key).sort()).toEqual([
      "PAY-3",
      "PAY-4",
      "PAY-5",
      "PAY-6",
    ]);
    const query = getBalanceSchema.parse({
      from: "2024-01-01",
      to: "2024-01-31",
      measure: "opened",
    });
    const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
    const { counts } = totals;
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test("an issue that moves between projects keeps its item and its history under the new key", async () => {
    const query = { project: undefined, jql: "project in (PAY, OPS)" };
    const { ctx, connect, standIn, items } = await connecting(query);
    const { id } = await connect();
    await waitForSync(ctx, id);
    standIn.moveToStatus("PAY-2", "Resolved", "Done");
    const sync = async () => {
      await startSync({ ctx, input: { sourceId: id, mode: "incremental" } });
      await waitForSync(ctx, id);
    };
    const detailOf = async (key: string) => {
      const found = (await items()).find((item) => item.key === key);
      return getItem({ ctx, input: { itemId: found?.id ?? "" } });
    };
    await sync();
    const before = await detailOf("PAY-2");
    standIn.moveToProject("PAY-2", "OPS");
    await sync();
    const after = await detailOf("OPS-1");
    expect(after).toMatchObject({ id: before.id, state: "closed", closedAt: before.closedAt });
    expect(after.events).toEqual(expect.arrayContaining(before.events));
    expect(await items()).toHaveLength(6);
  });

  test("an issue that leaves the project leaves the present stock, and keeps its past", async () => {
    const { ctx, connect, standIn, items } = await connecting();
    const { id } = await connect();
    await waitForSync(ctx, id);
    standIn.moveToProject("PAY-2", "OPS");
    await startSync({ ctx, input: { sourceId: id, mode: "full" } });
    expect(await waitForSync(ctx, id)).toMatchObject({ lastRun: { removed: 1 } });
    const left = (await items()).find(({ key }) => key === "PAY-2");
    expect(left?.removedAt).not.toBeNull();
    const { events } = await getItem({ ctx, input: { itemId: left?.id ?? "" } });
    expect(events.map(({ type }) => type)).toContain("opened");
  });

  test("the same project is connected once, in any spelling of its address", async () => {
    const { ctx, product, connect, standIn } = await connecting();
    await waitForSync(ctx, (await connect()).id);
    const siteUrl = `${standIn.url}/browse/PAY-3`;
    const place = { siteUrl, project: "pay-3", token: "personal-token" };
    const source = createSourceSchema.parse({ kind: "jira", ...place });
    const again = createSource({ ctx, input: { productId: product.id, source } });
    await expect(again).rejects.toMatchObject({
      code: "conflict",
      fields: { project: expect.any(String) },
    });
  });
});
