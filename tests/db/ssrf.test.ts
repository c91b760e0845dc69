import type { LookupAddress } from "node:dns";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGuardedFetch } from "@/lib/connectors/http";
import { createSourceSchema } from "@/lib/contracts/sources";
import { checkPlace } from "@/lib/services/check-place";
import type { Context } from "@/lib/services/context";
import { createSource } from "@/lib/services/create-source";
import { getProductWebhook } from "@/lib/services/get-product-webhook";
import { setProductWebhook } from "@/lib/services/set-product-webhook";
import { testProductWebhook } from "@/lib/services/test-product-webhook";
import { createConnections } from "@/lib/sync/connections";
import { createSecretBox } from "@/lib/sync/credentials";
import { createMessagePost } from "@/lib/sync/message-post";
import { makeProduct } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { loopbackNames, privateHosts } from "@/tests/setup/loopback-notations";
import { createGithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";

/** Listens on this machine and counts whoever connects: nobody may. */
let canaries: { port: number; connections: number; servers: Server[] };

beforeAll(async () => {
  canaries = { port: 0, connections: 0, servers: [] };
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer((socket) => {
      canaries.connections += 1;
      socket.destroy();
    });
    server.on("error", () => undefined);
    const listening = new Promise<void>((resolve) => {
      server.once("listening", resolve).once("error", () => resolve());
    });
    server.listen(canaries.port, host);
    await listening;
    const address = server.address();
    if (address !== null && typeof address === "object") canaries.port = address.port;
    canaries.servers.push(server);
  }
});
afterAll(() => {
  for (const server of canaries.servers) server.close();
});

const token = "token-with-all-rights";

/**
 * Leads to this machine at every second look. The other answer is an address that nobody has, so that
 * a test need not leave the machine to be refused it.
 */
function rebinding(): (hostname: string) => Promise<LookupAddress[]> {
  let asked = 0;
  return async () => {
    asked += 1;
    return [{ address: asked % 2 === 1 ? "240.0.0.1" : "127.0.0.1", family: 4 }];
  };
}

describeOnBothEngines("an address that a person gives", (db) => {
  const all: string[] = [];
  async function world(
    resolve: (hostname: string) => Promise<LookupAddress[]>,
    allowedHosts: string[] = [],
  ) {
    const product = await makeProduct(db());
    const guarded = createGuardedFetch({ allowedHosts, timeoutMs: 10_000, resolve });
    const sleep = async () => undefined;
    const now = () => new Date();
    const secrets = createSecretBox("a key that only tests know, long enough");
    const connections = createConnections({ fetch: guarded.fetch, now, sleep }, secrets, {
      sharePercent: 80,
    });
    const outgoing = { ...createMessagePost(guarded), baseUrl: "http://balance.test" };
    const ctx = contextOf(db(), product, { connections, secrets, outgoing, now });
    return { ctx, productId: product.id, close: guarded.close };
  }

  /** Every way in that takes an address: each refuses it in words, with the field at fault. */
  async function expectRefused(
    { ctx, productId }: { ctx: Context; productId: string },
    url: string,
  ) {
    const github = { kind: "github", repository: "acme/shop", token };
    const sources = [
      { ...github, apiUrl: url },
      { ...github, apiUrl: `${url}/api/v3` },
      { kind: "github", repository: `${url}/acme/shop` },
      { kind: "jira", siteUrl: url, project: "PAY", token },
      { kind: "jira", siteUrl: `${url}/browse/PAY-1`, jql: "project = PAY", token, email: "a@b.c" },
    ].map((source) => createSourceSchema.parse(source));
    for (const source of sources) {
      await expect(checkPlace({ ctx, input: source }), url).rejects.toMatchObject({
        code: "unprocessable",
      });
    }
    const [first = sources[0]] = sources;
    if (first === undefined) return;
    await expect(
      createSource({ ctx, input: { productId, source: first } }),
      url,
    ).rejects.toMatchObject({ code: "unprocessable" });
    all.push(url);
  }

  async function expectWebhookSilent(
    { ctx, productId }: { ctx: Context; productId: string },
    url: string,
  ) {
    const input = { productId, url };
    try {
      await setProductWebhook({ ctx, input });
    } catch (error) {
      expect(error, url).toMatchObject({ code: "unprocessable" });
      return;
    }
    // A name is judged when it is connected to.
    await expect(testProductWebhook({ ctx, input: { productId } }), url).rejects.toMatchObject({
      code: "unprocessable",
    });
    const { webhook } = await getProductWebhook({ ctx, input: { productId } });
    expect(webhook?.last?.fault, url).toContain("ALLOWED_UPSTREAM_HOSTS");
  }

  test("in no notation, scheme or place reaches this machine or its network", async () => {
    const asked = await world(() => Promise.reject(new Error("no name is to be looked up")));
    for (const host of privateHosts) {
      for (const url of [`https://${host}:${canaries.port}`, `http://${host}:${canaries.port}`]) {
        await expectRefused(asked, url);
        if (URL.canParse(url)) await expectWebhookSilent(asked, url);
      }
    }
    expect(all.length).toBeGreaterThan(140);
    expect(canaries.connections).toBe(0);
    await asked.close();
  });

  test("as a name that leads here, by every answer of a resolver, reaches nothing", async () => {
    const answers: LookupAddress[][] = [
      [{ address: "127.0.0.1", family: 4 }],
      [{ address: "::1", family: 6 }],
      [{ address: "::ffff:127.0.0.1", family: 6 }],
      [
        { address: "140.82.121.6", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ],
      [{ address: "169.254.169.254", family: 4 }],
    ];
    for (const answer of answers) {
      const asked = await world(async () => answer);
      for (const name of loopbackNames) {
        const url = `https://${name}:${canaries.port}`;
        await expectRefused(asked, url);
        await expectWebhookSilent(asked, url);
      }
      await asked.close();
    }
    expect(canaries.connections).toBe(0);
  });

  test("whose name changes its answer between two looks reaches nothing", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const asked = await world(rebinding());
      await expectRefused(asked, `https://rebinding.example:${canaries.port}`);
      await asked.close();
    }
    expect(canaries.connections).toBe(0);
  });

  test("that sends on, by any code and over any number of hops, leads nowhere else", async () => {
    const targets = ["127.0.0.1", "localhost", "[::1]", "0x7f000001", "2130706433"].flatMap(
      (host) => [`http://${host}:${canaries.port}/`, `//${host}:${canaries.port}/`],
    );
    const others = ["https://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1/", "data:,x"];
    let location = "";
    let status = 302;
    const redirecting = createHttpServer((request, response) => {
      const hop = /\/hop(\d)/.exec(request.url ?? "");
      const next = hop?.[1] === "3" ? location : `/hop${Number(hop?.[1] ?? 0) + 1}`;
      response.writeHead(status, { location: next }).end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, "127.0.0.1", resolve));
    const address = redirecting.address();
    const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const asked = await world(async () => [{ address: "127.0.0.1", family: 4 }], [host]);
    for (status of [301, 302, 303, 307, 308]) {
      for (location of [...targets, ...others]) {
        await expectRefused(asked, `http://${host}`);
        const input = { productId: asked.productId };
        await setProductWebhook({
          ctx: asked.ctx,
          input: { ...input, url: `http://${host}/hop3` },
        });
        await expect(testProductWebhook({ ctx: asked.ctx, input })).rejects.toMatchObject({
          code: "unprocessable",
        });
      }
    }
    expect(canaries.connections).toBe(0);
    await asked.close();
    redirecting.closeAllConnections();
    redirecting.close();
  });

  test("and that the operator named is reached, by address and by name", async () => {
    const standIn = createGithubStandIn({ repositories: [smallRepository()] });
    await standIn.start();
    const { port } = new URL(standIn.url);
    const places = [standIn.host, `ghe.corp.example:${port}`];
    for (const place of places) {
      const asked = await world(async () => [{ address: "127.0.0.1", family: 4 }], [place]);
      const found = await checkPlace({
        ctx: asked.ctx,
        input: createSourceSchema.parse({
          kind: "github",
          repository: "acme/checkout",
          apiUrl: `http://${place}`,
        }),
      });
      expect(found.name).toBe("acme/checkout");
      await asked.close();
    }
    await standIn.close();
  });
});
