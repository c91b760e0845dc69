import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import type { Item } from "@/lib/contracts/items";
import { listItemsSchema } from "@/lib/contracts/items";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { exportItems } from "@/lib/services/export-items";
import { getBalance } from "@/lib/services/get-balance";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld, type World } from "@/tests/setup/world";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { readRecordedFolder } from "@/tests/upstream/recorded-folder.mjs";
import type { StandInIssue } from "@/tests/upstream/types";

const folder = "../shared/recorded/github/bitcoin-core__gui";
const present = existsSync(folder);

/** Counts made of the recording alone: closed or created per month of UTC. */
function perMonth(issues: StandInIssue[], field: "created_at" | "closed_at") {
  const months: Record<string, number> = {};
  for (const issue of issues) {
    const month = issue[field]?.slice(0, 7);
    if (month) months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}

describeOnBothEngines("the recorded bitcoin-core/gui", (db) => {
  if (!present) {
    test.skip(`skipped: the recorded data is not there (${folder})`, () => undefined);
    return;
  }
  const records = readRecordedFolder(folder).flatMap(({ issues }) => issues);
  const issues = records.filter((record) => !record.pull_request);
  const stored: Item[] = [];
  let standIn: GithubStandIn;
  let world: World;
  let productId = "";

  beforeAll(async () => {
    standIn = createGithubStandIn({ repositories: readRecordedFolder(folder) });
    await standIn.start();
    const product = await makeProduct(db());
    productId = product.id;
    world = openWorld(db(), product, standIn.url);
    const { ctx } = world;
    const source = createSourceSchema.parse({
      kind: "github",
      repository: "bitcoin-core/gui",
      apiUrl: standIn.url,
    });
    const { id } = await createSource({ ctx, input: { productId, source } });
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle", itemCount: 341 });
    const query = listItemsSchema.parse({});
    for await (const batch of await exportItems({ ctx, input: { productId, query } })) {
      stored.push(...batch);
    }
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await standIn.close();
  });

  test("341 issues are stored, each once, and none of the 537 pull requests", () => {
    expect(records.length - issues.length).toBe(537);
    expect(stored).toHaveLength(341);
    expect(new Set(stored.map(({ number }) => number)).size).toBe(341);
    expect(issues.map(({ number }) => number).sort()).toEqual(
      stored.map(({ number }) => number).sort(),
    );
  });

  test("each field equals the recording", () => {
    const byNumber = new Map(issues.map((issue) => [issue.number, issue]));
    for (const item of stored) {
      const issue = byNumber.get(item.number ?? 0);
      if (!issue) throw new Error(`${item.key} is not in the recording.`);
      expect(item).toMatchObject({
        key: `bitcoin-core/gui#${issue.number}`,
        url: issue.html_url,
        title: issue.title,
        state: issue.state,
        labels: issue.labels.map((label) => (typeof label === "string" ? label : label.name)),
        createdAt: new Date(issue.created_at).toISOString(),
        updatedAt: new Date(issue.updated_at).toISOString(),
        closedAt: issue.closed_at && new Date(issue.closed_at).toISOString(),
        removedAt: null,
      });
    }
  });

  test.each([
    ["opened", "created_at"],
    ["done", "closed_at"],
  ] as const)(
    "items %s per month equal the counts made of the recording",
    async (measure, field) => {
      const range = { from: "2020-01-01", to: "2026-12-31", bucket: "month" };
      const query = getBalanceSchema.parse({ ...range, measure });
      const { buckets } = await getBalance({ ctx: world.ctx, input: { productId, query } });
      const counted = buckets.map(({ start, counts, excluded }) => [
        start.slice(0, 7),
        Object.values(counts).reduce((sum, count) => sum + count, excluded),
      ]);
      const months = Object.fromEntries(counted.filter(([, count]) => count !== 0));
      expect(months).toEqual(perMonth(issues, field));
    },
  );
});
