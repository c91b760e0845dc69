import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { findSource } from "@/db/queries/sources";
import { createSourceSchema, updateSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { updateSource } from "@/lib/services/update-source";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld } from "@/tests/setup/world";
import { createGithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";

function keyPair() {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
}

describeOnBothEngines("a GitHub App in place of a token", (db) => {
  /** A public repository that is read with a token, and an App installed on it. */
  async function connected() {
    const { publicKey, privateKey } = keyPair();
    const apps = [{ appId: "12", installationId: "34", publicKey }];
    const standIn = createGithubStandIn({ repositories: [smallRepository()], apps });
    await standIn.start();
    const product = await makeProduct(db());
    const world = openWorld(db(), product, standIn.url);
    const { ctx } = world;
    const token = "token-with-all-rights";
    const asked = { kind: "github", repository: "acme/checkout", apiUrl: standIn.url, token };
    const source = createSourceSchema.parse(asked);
    const { id } = await createSource({ ctx, input: { productId: product.id, source } });
    await waitForSync(ctx, id);
    const change = (asked: object) =>
      updateSource({ ctx, input: { sourceId: id, change: updateSourceSchema.parse(asked) } });
    const credential = async () =>
      (await findSource(db(), { workspaceId: product.workspaceId, sourceId: id }))?.credential;
    const close = async () => {
      await world.close();
      await standIn.close();
    };
    const app = { appId: "12", installationId: "34", privateKey };
    return { ctx, id, app, change, credential, standIn, close };
  }

  test("is checked, takes the token's place, and everything is read again with it", async () => {
    const { ctx, id, app, change, credential, standIn, close } = await connected();
    const before = standIn.requests.length;
    const answer = await change({ app });
    expect(await waitForSync(ctx, id)).toMatchObject({ state: "idle", lastRun: { mode: "full" } });
    const sent = standIn.requests.slice(before);
    expect(sent.filter(({ url }) => url.startsWith("/app/")).length).toBeGreaterThan(0);
    expect(sent.some(({ authorization }) => authorization?.includes("token-with"))).toBe(false);
    expect(`${JSON.stringify(answer)} ${await credential()}`).not.toContain("PRIVATE KEY");
    await close();
  });

  test("is refused with the field at fault where its key is another's; the token stays", async () => {
    const { app, change, credential, close } = await connected();
    const before = await credential();
    const { privateKey } = keyPair();
    await expect(change({ app: { ...app, privateKey } })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { app: expect.any(String) },
    });
    await expect(change({ app, token: "and-a-token" })).rejects.toMatchObject({
      code: "unprocessable",
      fields: { token: expect.stringMatching(/not both/) },
    });
    expect(await credential()).toBe(before);
    await close();
  });
});
