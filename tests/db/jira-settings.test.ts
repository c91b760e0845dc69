import { afterEach, expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { createSourceSchema, updateSourceSchema } from "@/lib/contracts/sources";
import { checkPlace } from "@/lib/services/check-place";
import { createSource } from "@/lib/services/create-source";
import { getBalance } from "@/lib/services/get-balance";
import { getSource } from "@/lib/services/get-source";
import { listEndings } from "@/lib/services/list-endings";
import { listItems } from "@/lib/services/list-items";
import { listPointsFields } from "@/lib/services/list-points-fields";
import { listSources } from "@/lib/services/list-sources";
import { updateSource } from "@/lib/services/update-source";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld } from "@/tests/setup/world";
import { plainIssues, siteOf } from "@/tests/upstream/jira-small-site.mjs";
import { createJiraStandIn } from "@/tests/upstream/jira-stand-in.mjs";
import type { JiraStandInIssue } from "@/tests/upstream/jira-types";

const closed = (resolution: string | null): Partial<JiraStandInIssue> => ({
  status: "Closed",
  resolution,
  resolutiondate: "2024-01-20T00:00:00Z",
});

/** Two ways of not delivering, one of delivering, a word of the site's own, and two estimates. */
const changes: Partial<JiraStandInIssue>[] = [
  closed("Done"),
  closed("Won't Fix"),
  closed("Parked for good"),
  closed("Parked for good"),
  { type: "Sub-task", parent: "PAY-6", ...closed("Done") },
  { custom: { customfield_10016: 3, customfield_10028: 5, customfield_10099: 8 } },
];

describeOnBothEngines("what a Jira source counts", (db) => {
  const open: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).reverse()) await thing.close();
  });

  async function connected(more: object = {}) {
    const issues = plainIssues(6).map((issue, index) => ({ ...issue, ...changes[index] }));
    const standIn = createJiraStandIn({ mode: "cloud", site: siteOf(issues) });
    await standIn.start();
    open.push(standIn);
    const product = await makeProduct(db());
    const world = openWorld(db(), product, standIn.url);
    open.push(world);
    const { ctx } = world;
    const place = { kind: "jira", siteUrl: standIn.url, project: "PAY", token: "personal-token" };
    const asked = createSourceSchema.parse({ ...place, ...more });
    const { id } = await createSource({ ctx, input: { productId: product.id, source: asked } });
    await waitForSync(ctx, id);
    const change = async (asked: object) => {
      const change = updateSourceSchema.parse(asked);
      await updateSource({ ctx, input: { sourceId: id, change } });
      return waitForSync(ctx, id);
    };
    const items = async () => {
      const query = listItemsSchema.parse({});
      const { items } = await listItems({ ctx, input: { productId: product.id, query } });
      return new Map(items.map((item) => [item.key, item]));
    };
    const delivered = async () => {
      const query = getBalanceSchema.parse({ from: "2024-01-01", to: "2024-01-31" });
      const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
      return Object.values(totals.counts).reduce((sum, count) => sum + count, 0);
    };
    const endings = async () => (await listEndings({ ctx, input: { sourceId: id } })).items;
    const input = { sourceId: id };
    return { ctx, product, standIn, asked, input, change, items, delivered, endings };
  }

  test("sub-tasks count beside their parents once the source says so, at once and in all numbers", async () => {
    const { standIn, change, items, delivered } = await connected();
    expect([(await items()).has("PAY-5"), await delivered()]).toEqual([false, 3]);
    standIn.setFault({ kind: "html" });
    const asked = standIn.requests.length;
    expect(await change({ countSubtasks: true })).toMatchObject({ countSubtasks: true });
    expect([(await items()).has("PAY-5"), await delivered()]).toEqual([true, 4]);
    await change({ countSubtasks: false });
    expect([(await items()).has("PAY-5"), await delivered()]).toEqual([false, 3]);
    expect(standIn.requests).toHaveLength(asked);
  });

  test("sub-tasks may count from the beginning", async () => {
    const { items } = await connected({ countSubtasks: true });
    expect((await items()).has("PAY-5")).toBe(true);
  });

  test("each resolution met is listed with what it counts as", async () => {
    const { endings, change } = await connected();
    expect(await endings()).toEqual([
      { word: "Done", from: "resolution", count: 2, countsAs: "completed", default: "completed" },
      { word: "Parked for good", from: "resolution", count: 2, countsAs: null, default: null },
      {
        word: "Won't Fix",
        from: "resolution",
        count: 1,
        countsAs: "not_planned",
        default: "not_planned",
      },
    ]);
    await change({ resolutions: { "parked for GOOD": "duplicate" } });
    expect((await endings())[1]).toMatchObject({ countsAs: "duplicate", default: null });
  });

  test("another meaning of a resolution moves its items, also while Jira is down, and back", async () => {
    const { standIn, change, items, delivered } = await connected();
    standIn.setFault({ kind: "html" });
    const category = async (key: string) => (await items()).get(key)?.category;
    await change({ resolutions: { "Parked for good": "not_planned", "Won't Fix": "completed" } });
    expect([await category("PAY-3"), await category("PAY-4")]).toEqual(["excluded", "excluded"]);
    expect([await category("PAY-2"), await delivered()]).toEqual([null, 2]);
    await change({ resolutions: { "parked for good": null } });
    expect([await category("PAY-3"), await category("PAY-2")]).toEqual([null, null]);
    await change({ resolutions: { "won't fix": null } });
    expect([await category("PAY-2"), await delivered()]).toEqual(["excluded", 3]);
  });

  test("the fields that may hold the estimate are offered, and the chosen one is what counts", async () => {
    const { ctx, input, change, items } = await connected();
    const { items: fields } = await listPointsFields({ ctx, input });
    expect(fields).toEqual([
      { id: "customfield_10016", name: "Story Points", isLikely: true },
      { id: "customfield_10028", name: "Story points", isLikely: true },
      { id: "customfield_10099", name: "Effort", isLikely: false },
    ]);
    expect((await items()).get("PAY-6")?.points).toBeNull();
    for (const [pointsField, points] of [
      ["customfield_10028", 5],
      ["customfield_10099", 8],
      [null, null],
    ] as const) {
      expect(await change({ pointsField })).toMatchObject({ state: "idle", pointsField });
      expect((await items()).get("PAY-6")?.points).toBe(points);
    }
  });

  test("a field that the site does not have is refused, and nothing changes", async () => {
    const { ctx, input, change } = await connected();
    const refused = { code: "unprocessable", fields: { pointsField: expect.any(String) } };
    await expect(connected({ pointsField: "Nope" })).rejects.toMatchObject(refused);
    await expect(change({ pointsField: "Nope" })).rejects.toMatchObject(refused);
    expect(await getSource({ ctx, input })).toMatchObject({ pointsField: null });
    await change({ pointsField: "effort" });
    expect(await getSource({ ctx, input })).toMatchObject({ pointsField: "effort" });
  });

  test("changes of one moment are all kept, whichever is written last", async () => {
    const { ctx, input, endings } = await connected();
    const asked = [
      { countSubtasks: true },
      { resolutions: { Done: "duplicate" } },
      { pointsField: "customfield_10099" },
      { resolutions: { "Won't Fix": "completed" } },
    ];
    await Promise.all(
      asked.map((change) =>
        updateSource({ ctx, input: { ...input, change: updateSourceSchema.parse(change) } }),
      ),
    );
    expect(await waitForSync(ctx, input.sourceId)).toMatchObject({
      countSubtasks: true,
      pointsField: "customfield_10099",
    });
    const meanings = (await endings()).map(({ word, countsAs }) => [word, countsAs]);
    expect(meanings).toContainEqual(["Done", "duplicate"]);
    expect(meanings).toContainEqual(["Won't Fix", "completed"]);
  });

  test("a place can be looked at before it is connected: nothing is stored", async () => {
    const { ctx, product, standIn, asked } = await connected();
    const found = await checkPlace({ ctx, input: asked });
    expect(found).toMatchObject({ name: "Payments (PAY)", pointsFields: { length: 3 } });
    const { items } = await listSources({ ctx, input: { productId: product.id } });
    expect(items).toHaveLength(1);
    standIn.setFault({ kind: "unauthorized" });
    await expect(checkPlace({ ctx, input: asked })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { token: expect.any(String) },
    });
  });
});
