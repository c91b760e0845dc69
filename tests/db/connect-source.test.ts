import { generateKeyPairSync } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { readClassificationChanges } from "@/db/queries/items";
import { listItemsSchema } from "@/lib/contracts/items";
import { createProductSchema } from "@/lib/contracts/products";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createProduct } from "@/lib/services/create-product";
import { createSource } from "@/lib/services/create-source";
import { listItems } from "@/lib/services/list-items";
import { listEveryProduct } from "@/lib/services/list-products";
import { listSources } from "@/lib/services/list-sources";
import { setCategory } from "@/lib/services/set-category";
import { startSync } from "@/lib/services/start-sync";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld, type World } from "@/tests/setup/world";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";

const repository = "acme/checkout";

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const wrongApp = { appId: "12", installationId: "34", privateKey: "no key at all" };

describeOnBothEngines("connecting a repository", (db) => {
  let standIn: GithubStandIn;
  const worlds: World[] = [];

  beforeAll(async () => {
    const apps = [{ appId: "12", installationId: "34", publicKey: keys.publicKey }];
    standIn = createGithubStandIn({ repositories: [smallRepository()], apps });
    await standIn.start();
  });
  afterEach(async () => {
    standIn.clearFaults();
    for (const world of worlds.splice(0)) await world.close();
  });
  afterAll(() => standIn.close());

  async function connecting(change: Record<string, unknown> = {}) {
    const product = await makeProduct(db());
    const world = openWorld(db(), product, standIn.url);
    worlds.push(world);
    const { ctx } = world;
    const asked = { kind: "github", repository, apiUrl: standIn.url, ...change };
    const source = createSourceSchema.parse(asked);
    const connect = () => createSource({ ctx, input: { productId: product.id, source } });
    const sources = async () =>
      (await listSources({ ctx, input: { productId: product.id } })).items;
    return { ctx, product, connect, sources };
  }

  type Fault = Parameters<GithubStandIn["setFault"]>[0];
  const refusals: [string, Record<string, unknown>, Fault | null, string][] = [
    ["a name that is no repository", { repository: "not a repository" }, null, "repository"],
    ["one that does not exist", { repository: "acme/nowhere" }, null, "repository"],
    ["a wrong token", { token: "wrong" }, null, "token"],
    ["an App beside a token", { token: "x", app: wrongApp }, null, "token"],
    ["an App with a wrong key", { app: wrongApp }, null, "app"],
    ["a token without rights", { token: "token-without-rights" }, null, "token"],
    ["an exhausted rate limit", {}, { kind: "rate_limited", seconds: 600 }, "token"],
    ["a secondary limit", {}, { kind: "secondary_limit", seconds: 60 }, "token"],
    ["a host that is down", { apiUrl: "http://127.0.0.1:1" }, null, "apiUrl"],
    ["a host that is not allowed", { apiUrl: "http://169.254.169.254/api/v3" }, null, "apiUrl"],
    ["an address that is none", { apiUrl: "ftp://example.com" }, null, "apiUrl"],
    ["a page where the API should be", {}, { kind: "html" }, "apiUrl"],
  ];

  test.each(refusals)("%s is refused at its field, and nothing is stored", async (...row) => {
    const [, change, fault, field] = row;
    const { connect, sources } = await connecting(change);
    if (fault) standIn.setFault(fault);
    const refused = connect();
    await expect(refused).rejects.toMatchObject({
      code: "unprocessable",
      fields: { [field]: expect.stringMatching(/\w.*[.!]$/) },
    });
    await expect(refused).rejects.not.toThrow(/token-without-rights/);
    expect(await sources()).toEqual([]);
  });

  test("a product made with a source that is refused is not made either", async () => {
    const { ctx } = await connecting();
    const make = (repository: string) =>
      createProduct({
        ctx,
        input: createProductSchema.parse({
          name: "Both or neither",
          source: { kind: "github", repository, apiUrl: standIn.url },
        }),
      });
    const names = async () => (await listEveryProduct({ ctx })).map(({ name }) => name);
    await expect(make("acme/nowhere")).rejects.toMatchObject({ code: "unprocessable" });
    expect(await names()).not.toContain("Both or neither");
    const { id } = await make("acme/checkout");
    expect(await names()).toContain("Both or neither");
    const [source] = (await listSources({ ctx, input: { productId: id } })).items;
    expect(await waitForSync(ctx, source?.id ?? "")).toMatchObject({ state: "idle" });
  });

  test("the same repository twice in one product is a conflict, in any spelling", async () => {
    const { ctx, product, connect, sources } = await connecting();
    await waitForSync(ctx, (await connect()).id);
    const source = createSourceSchema.parse({
      kind: "github",
      repository: "ACME/Checkout",
      apiUrl: standIn.url,
    });
    const again = createSource({ ctx, input: { productId: product.id, source } });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await sources()).toHaveLength(1);
  });

  test("the token is stored sealed and is never answered", async () => {
    const token = "token-with-all-rights";
    const { ctx, connect, sources } = await connecting({ token });
    const { id } = await connect();
    await waitForSync(ctx, id);
    expect(JSON.stringify(await sources())).not.toContain(token);
    expect(await sources()).toMatchObject([{ hasToken: true }]);
    const [row] = await queryRows<{ credential: string }>(
      db(),
      sql`select credential from sources where id = ${id}`,
    );
    expect(row?.credential).toMatch(/^v1\./);
    expect(row?.credential).not.toContain(token);
    const used = standIn.requests.filter(({ authorization }) => authorization?.includes(token));
    expect(used.length).toBeGreaterThan(2);
  });

  test("a GitHub App's key is stored sealed, never answered, and used for every sync", async () => {
    const app = { appId: "12", installationId: "34", privateKey: keys.privateKey };
    const { ctx, connect, sources } = await connecting({ app });
    const { id } = await connect();
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle", hasToken: true });
    expect(JSON.stringify(await sources())).not.toContain("PRIVATE KEY");
    const [row] = await queryRows<{ credential: string }>(
      db(),
      sql`select credential from sources where id = ${id}`,
    );
    expect(row?.credential).toMatch(/^v1\.[\w.-]+$/);
    const used = standIn.requests.filter(({ authorization }) => authorization?.includes("ghs_"));
    expect(used.length).toBeGreaterThan(2);
  });

  test("a run that fails half-way keeps what it stored and says why", async () => {
    const { ctx, connect, sources } = await connecting();
    standIn.setFault({ kind: "html", on: "issues", skip: 2 });
    const { id } = await connect();
    const failed = await waitForSync(ctx, id);
    expect(failed.state).toBe("failed");
    expect(failed.lastRun?.error).toMatch(/\w.*\.$/);
    standIn.clearFaults();
    await startSync({ ctx, input: { sourceId: id, mode: "incremental" } });
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle" });
    expect((await sources())[0]?.lastSuccessAt).not.toBeNull();
  });

  test("a person's category is kept by the next sync, also where the item changed", async () => {
    const { ctx, product, connect } = await connecting();
    const { id } = await connect();
    await waitForSync(ctx, id);
    const query = listItemsSchema.parse({ q: "bank transfer" });
    const [item] = (await listItems({ ctx, input: { productId: product.id, query } })).items;
    if (!item?.number) throw new Error("The stand-in has this item.");
    await setCategory({ ctx, input: { itemId: item.id, decision: { category: "rewrite" } } });
    await startSync({ ctx, input: { sourceId: id, mode: "full" } });
    await waitForSync(ctx, id);
    const after = await listItems({ ctx, input: { productId: product.id, query } });
    expect(after.items).toMatchObject([{ category: "rewrite", because: "override" }]);
  });

  test("a decision that is sent twice is journalled once, another one again", async () => {
    const { ctx, product, connect } = await connecting();
    const { id } = await connect();
    await waitForSync(ctx, id);
    const query = listItemsSchema.parse({ q: "bank transfer" });
    const [item] = (await listItems({ ctx, input: { productId: product.id, query } })).items;
    if (!item) throw new Error("The stand-in has this item.");
    const decide = async (decision: { category: "rewrite"; reason?: string }) => {
      await setCategory({ ctx, input: { itemId: item.id, decision } });
      const key = { workspaceId: product.workspaceId, itemId: item.id };
      return (await readClassificationChanges(db(), key)).length;
    };
    const once = await decide({ category: "rewrite" });
    expect(await decide({ category: "rewrite" })).toBe(once);
    expect(await decide({ category: "rewrite", reason: "It replaces the old one." })).toBe(
      once + 1,
    );
  });
});
