import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { deleteMembership } from "@/db/queries/memberships";
import type { ProductRow } from "@/db/schema";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, openAccounts, signInAs } from "@/tests/setup/accounts-world";
import { callRoute } from "@/tests/setup/call-route";
import { describeOnBothEngines } from "@/tests/setup/database";
import { makeThings } from "@/tests/setup/things";

const dayMs = 86_400_000;

describeOnBothEngines("tokens and links", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let product: ProductRow;
  let later = 0;
  beforeAll(async () => {
    product = await makeProduct(db());
    server = openAccounts(db(), product, { now: () => new Date(Date.now() + later) });
  });
  afterAll(() => server.close());

  async function owner() {
    const person = await makePerson(server, { workspaceId: product.workspaceId, role: "owner" });
    return { ...person, cookie: await signInAs(server, person.email) };
  }
  const bearing = (token: string, path: string, method = "GET") =>
    callRoute(method, path, { headers: { authorization: `Bearer ${token}` } });
  async function tokenOf(cookie: string, body: object): Promise<{ id: string; token: string }> {
    const answer = await callWith(cookie, "POST", "/api/tokens", { body });
    expect(answer.status).toBe(201);
    return answer.json();
  }

  test("a token reads what its person sees until it is over, ended, or its person has left", async () => {
    const person = await owner();
    const path = `/api/products/${product.id}`;
    const over = await tokenOf(person.cookie, { name: "over", days: 1 });
    const ended = await tokenOf(person.cookie, { name: "ended" });
    const left = await tokenOf(person.cookie, { name: "left", days: null });
    for (const { token } of [over, ended, left]) {
      expect((await bearing(token, path)).status).toBe(200);
    }
    const listed = await (await callWith(person.cookie, "GET", "/api/tokens")).json();
    expect(listed.items.map((one: { lastUsedAt: unknown }) => one.lastUsedAt)).not.toContain(null);
    expect(JSON.stringify(listed)).not.toContain(left.token);
    later = 2 * dayMs;
    expect((await bearing(over.token, path)).status).toBe(401);
    later = 0;
    await callWith(person.cookie, "DELETE", `/api/tokens/${ended.id}`);
    expect((await bearing(ended.token, path)).status).toBe(401);
    const { workspaceId } = product;
    await deleteMembership(db(), { workspaceId, personId: person.personId });
    expect((await bearing(left.token, path)).status).toBe(401);
  });

  test("a token is for products that there are: neither for another workspace's nor for none", async () => {
    const person = await owner();
    const foreign = await makeProduct(db());
    for (const id of [foreign.id, crypto.randomUUID()]) {
      const body = { name: "odd", productIds: [product.id, id] };
      const refused = await callWith(person.cookie, "POST", "/api/tokens", { body });
      expect(refused.status).toBe(422);
      expect((await refused.json()).error.fields).toHaveProperty("productIds");
    }
    const twice = { name: "twice", productIds: [product.id, product.id] };
    await tokenOf(person.cookie, twice);
  });

  test("another's token is not seen and not ended, but by who looks after people", async () => {
    const { workspaceId } = product;
    const viewer = await makePerson(server, { workspaceId, role: "viewer" });
    const cookie = await signInAs(server, viewer.email);
    const own = await owner();
    const { id } = await tokenOf(own.cookie, { name: "own" });
    expect((await (await callWith(cookie, "GET", "/api/tokens")).json()).items).toEqual([]);
    expect((await callWith(cookie, "DELETE", `/api/tokens/${id}`)).status).toBe(404);
    const theirs = await tokenOf(cookie, { name: "theirs" });
    expect((await callWith(own.cookie, "DELETE", `/api/tokens/${theirs.id}`)).status).toBe(204);
  });

  test("a link shows what was shared until it is over or ended, and nothing else", async () => {
    const { cookie, personId } = await owner();
    const { meetingId, itemId } = await makeThings(db(), product);
    const share = async (body: object) => {
      const answer = await callWith(cookie, "POST", "/api/links", { body });
      return { status: answer.status, body: await answer.json() };
    };
    expect((await share({ kind: "meeting", meetingId })).status).toBe(409);
    const closing = { body: { version: 1 } };
    await callWith(cookie, "POST", `/api/meetings/${meetingId}/close`, closing);
    const record = (await share({ kind: "meeting", meetingId })).body;
    const query = "measure=opened&bucket=month&view=counts";
    const view = (await share({ kind: "balance", productId: product.id, query })).body;
    const foul = { kind: "balance", productId: product.id, query: "bucket=century" };
    expect(await share(foul)).toMatchObject({
      status: 400,
      body: { error: { code: "invalid_request", fields: { query: expect.any(String) } } },
    });
    const secretOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";
    const look = (url: string) => callRoute("GET", `/api/shared/${secretOf(url)}`);
    expect(await (await look(record.url)).json()).toMatchObject({
      kind: "meeting",
      meeting: { id: meetingId },
    });
    expect(await (await look(view.url)).json()).toMatchObject({
      ...{ kind: "balance", sample: false, view: "counts" },
      balance: { measure: "opened", bucket: "month" },
    });
    const asSample = (sample: boolean) =>
      db().execute(sql`update products set sample = ${sample} where id = ${product.id}`);
    await asSample(true);
    for (const { url } of [record, view]) {
      expect(await (await look(url)).json(), "of generated data").toMatchObject({ sample: true });
    }
    await asSample(false);
    expect((await bearing(secretOf(view.url), `/api/items/${itemId}`)).status).toBe(401);
    later = 31 * dayMs;
    expect((await look(view.url)).status).toBe(404);
    later = 0;
    await callWith(cookie, "DELETE", `/api/links/${view.id}`);
    expect((await look(view.url)).status).toBe(404);
    expect((await look(record.url)).status).toBe(200);
    const { workspaceId } = product;
    await deleteMembership(db(), { workspaceId, personId });
    expect((await look(record.url)).status, "its maker has left").toBe(404);
  });

  test("no secret is stored", async () => {
    const { cookie } = await owner();
    const { token } = await tokenOf(cookie, { name: "stored?" });
    const body = { role: "viewer" };
    const { url } = await (await callWith(cookie, "POST", "/api/invitations", { body })).json();
    const secrets = [token, new URL(url).searchParams.get("invitation")];
    const rows = await queryRows<{ text: string }>(
      db(),
      sql`select t::text as text from api_tokens t union all select i::text from invitations i
          union all select d::text from deeds d`,
    );
    const told = rows.map(({ text }) => text).join("\n");
    expect(secrets.filter((secret) => secret === null || told.includes(secret))).toEqual([]);
  });
});
