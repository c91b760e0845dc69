import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { deleteMembership, insertMembership } from "@/db/queries/memberships";
import type { ProductRow } from "@/db/schema";
import { makeWorkspace } from "@/lib/services/make-workspace";
import { makeProduct, testNow } from "@/tests/factories";
import {
  callWith,
  cookieOf,
  makePerson,
  openAccounts,
  password,
  signInAs,
} from "@/tests/setup/accounts-world";
import { callRoute } from "@/tests/setup/call-route";
import { describeOnBothEngines } from "@/tests/setup/database";

describeOnBothEngines("several workspaces", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let [first, second, foreign]: ProductRow[] = [];
  beforeAll(async () => {
    [first, second, foreign] = [
      await makeProduct(db(), { name: "First" }),
      await makeProduct(db(), { name: "Second" }),
      await makeProduct(db(), { name: "Foreign" }),
    ];
    server = openAccounts(db(), first);
  });
  afterAll(() => server.close());

  const idOf = (product: ProductRow | undefined) => product?.workspaceId ?? "";
  /** An owner of the first workspace who reads in the second. */
  const someone = async () => {
    const person = await makePerson(server, { workspaceId: idOf(first), role: "owner" });
    const { personId } = person;
    const later = new Date(testNow.getTime() + 1_000);
    const standing = { role: "viewer" as const, productRoles: {}, createdAt: later };
    await insertMembership(db(), { workspaceId: idOf(second), personId, ...standing });
    return { ...person, cookie: await signInAs(server, person.email) };
  };
  const choose = (cookie: string, workspaceId: string) =>
    callWith(cookie, "PUT", "/api/me/workspace", { body: { workspaceId } });
  /** The cookies of a session that has chosen. */
  const chosen = async (cookie: string, workspaceId: string) => {
    const answer = await choose(cookie, workspaceId);
    expect(answer.status).toBe(204);
    const set = cookieOf(answer.headers.getSetCookie());
    // As a browser does: the new one stands in the place of the one before.
    const kept = cookie.split("; ").filter((one) => !one.startsWith("balance.workspace="));
    return [...kept, set].join("; ");
  };
  const prove = (email: string) =>
    db().execute(sql`update identity.people set email_verified = true where email = ${email}`);
  const meOf = async (cookie: string) => (await callWith(cookie, "GET", "/api/me")).json();
  const namesOf = async (cookie: string) => {
    const { items } = await (await callWith(cookie, "GET", "/api/products")).json();
    return items.map(({ name }: { name: string }) => name);
  };
  const statusOf = async (cookie: string, product: ProductRow | undefined) =>
    (await callWith(cookie, "GET", `/api/products/${product?.id}`)).status;

  /** What somebody could have written. */
  const countRows = () =>
    queryRows(
      db(),
      sql`select (select count(*)::int from memberships where role = 'owner') as owners,
          (select count(*)::int from memberships) as members,
          (select count(*)::int from invitations) as invitations,
          (select count(*)::int from products) as products,
          (select count(*)::int from api_tokens) as tokens,
          (select count(*)::int from deeds) as deeds,
          (select string_agg(name, '|' order by name) from workspaces) as names`,
    );

  test("a person begins in the oldest, chooses another, and sees that and nothing of the first", async () => {
    const { cookie } = await someone();
    expect(await meOf(cookie)).toMatchObject({
      ...{ role: "owner", workspace: { id: idOf(first) } },
      workspaces: [{ id: idOf(first) }, { id: idOf(second) }],
    });
    expect([await namesOf(cookie), await statusOf(cookie, second)]).toEqual([["First"], 404]);
    const there = await chosen(cookie, idOf(second));
    expect(await meOf(there)).toMatchObject({ role: "viewer", workspace: { id: idOf(second) } });
    expect([await namesOf(there), await statusOf(there, first)]).toEqual([["Second"], 404]);
    expect((await callWith(there, "GET", "/api/members")).status).toBe(403);
    const back = await chosen(there, idOf(first));
    expect(await namesOf(back)).toEqual(["First"]);
  });

  test("what is done is done in the workspace that was chosen, and in its log", async () => {
    const { personId, cookie } = await someone();
    await db().execute(
      sql`update memberships set role = 'pm' where person_id = ${personId}
          and workspace_id = ${idOf(second)}`,
    );
    const there = await chosen(cookie, idOf(second));
    const body = { name: "Made there", timeZone: "UTC" };
    const made = await callWith(there, "POST", "/api/products", { body });
    expect(made.status).toBe(201);
    const rows = await queryRows(
      db(),
      sql`select p.workspace_id as product, d.workspace_id as deed from products p
          join deeds d on d.product_id = p.id where p.name = 'Made there'`,
    );
    expect(rows).toEqual([{ product: idOf(second), deed: idOf(second) }]);
    expect(await namesOf(cookie)).toEqual(["First"]);
  });

  test("a workspace that is another's is not there, and no cookie opens it", async () => {
    const { cookie } = await someone();
    const theirs = await choose(cookie, idOf(foreign));
    const none = await choose(cookie, crypto.randomUUID());
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(await theirs.json()).toEqual(await none.json());
    expect(theirs.headers.getSetCookie()).toEqual([]);
    const other = await makePerson(server, { workspaceId: idOf(foreign), role: "owner" });
    const session = await server.identity.personOf(new Headers({ cookie }));
    const signed = server.identity.sign(`workspace ${session?.sessionId} ${idOf(foreign)}`);
    const stolen = await chosen(await signInAs(server, other.email), idOf(foreign));
    const forgeries = [
      `balance.workspace=${idOf(foreign)}`,
      `balance.workspace=${idOf(foreign)}.${signed}`,
      `balance.workspace=${idOf(second)}.forged`,
      stolen.split("; ").at(-1) ?? "",
    ];
    for (const forged of forgeries) {
      expect(await meOf(`${cookie}; ${forged}`)).toMatchObject({ workspace: { id: idOf(first) } });
      expect(await statusOf(`${cookie}; ${forged}`, foreign)).toBe(404);
    }
  });

  test("the choice is one session's: another one of the same person begins in the oldest", async () => {
    const { cookie, email } = await someone();
    const there = await chosen(cookie, idOf(second));
    const choice = there.split("; ").at(-1);
    const elsewhere = await signInAs(server, email);
    expect(await namesOf(`${elsewhere}; ${choice}`)).toEqual(["First"]);
  });

  test("who is removed from the chosen one is in the oldest that is left, or in none", async () => {
    const { personId, cookie } = await someone();
    const there = await chosen(cookie, idOf(second));
    await deleteMembership(db(), { workspaceId: idOf(second), personId });
    expect(await namesOf(there)).toEqual(["First"]);
    expect((await meOf(there)).workspaces).toEqual([{ id: idOf(first), name: expect.any(String) }]);
    await deleteMembership(db(), { workspaceId: idOf(first), personId });
    expect((await callWith(there, "GET", "/api/products")).status).toBe(401);
  });

  test("a token stays in its workspace, whatever its person chooses, and chooses nothing", async () => {
    const { cookie } = await someone();
    const made = await callWith(cookie, "POST", "/api/tokens", { body: { name: "script" } });
    const { token } = await made.json();
    const there = await chosen(cookie, idOf(second));
    const choice = there.split("; ").at(-1) ?? "";
    const headers = { authorization: `Bearer ${token}`, cookie: choice };
    const { items } = await (await callRoute("GET", "/api/products", { headers })).json();
    expect(items.map(({ name }: { name: string }) => name)).toEqual(["First"]);
    const body = { workspaceId: idOf(second) };
    expect((await callRoute("PUT", "/api/me/workspace", { headers, body })).status).toBe(403);
  });

  test("no list of members tells where else they belong", async () => {
    const { cookie } = await someone();
    const listed = await (await callWith(cookie, "GET", "/api/members")).text();
    expect(listed).not.toContain(idOf(second));
  });

  test("who joins another workspace goes on there", async () => {
    const { cookie } = await someone();
    const owner = await makePerson(server, { workspaceId: idOf(foreign), role: "owner" });
    const theirs = await signInAs(server, owner.email);
    const invite = async () => {
      const body = { role: "viewer" };
      const made = await callWith(theirs, "POST", "/api/invitations", { body });
      return new URL((await made.json()).url).searchParams.get("invitation");
    };
    const joined = await callWith(cookie, "POST", "/api/join", {
      body: { invitation: await invite() },
    });
    expect(joined.status).toBe(204);
    expect(await namesOf(`${cookie}; ${cookieOf(joined.headers.getSetCookie())}`)).toEqual([
      "Foreign",
    ]);
    const { email } = await someone();
    const body = { invitation: await invite(), email, password };
    const entered = await callRoute("POST", "/api/join", { body });
    expect(await namesOf(cookieOf(entered.headers.getSetCookie()))).toEqual(["Foreign"]);
  });

  test("the operator makes a workspace for who has an account, or a code for who comes", async () => {
    const { email, name, personId, cookie } = await someone();
    const world = { db: db(), now: () => new Date() };
    const input = { name: "Third", ownerEmail: email };
    await prove(email);
    const made = await makeWorkspace({ world, input });
    expect(made).toEqual({ workspaceId: expect.any(String), owner: name });
    const third = await chosen(cookie, made.workspaceId);
    expect(await meOf(third)).toMatchObject({ role: "owner", workspace: { name: "Third" } });
    const fresh = `${personId}@example.org`;
    const other = await makeWorkspace({ world, input: { name: "Fourth", ownerEmail: fresh } });
    const code = "code" in other ? other.code : "";
    const body = { code, name: "Bo", email: fresh, password };
    const joined = await callRoute("POST", "/api/join", { body });
    expect(joined.status).toBe(204);
    const theirs = cookieOf(joined.headers.getSetCookie());
    expect(await meOf(theirs)).toMatchObject({
      ...{ role: "owner", workspace: { id: other.workspaceId, name: "Fourth" } },
    });
    const again = { ...body, email: `again-${fresh}` };
    expect((await callRoute("POST", "/api/join", { body: again })).status).toBe(404);
    const log = await (await callWith(theirs, "GET", "/api/log")).json();
    expect(log.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...["member.join", "workspace.create"],
    ]);
  });

  test("an owner renames the one that is chosen, and no other; the log tells it", async () => {
    const { cookie } = await someone();
    const there = await chosen(cookie, idOf(second));
    const refused = await callWith(there, "PATCH", "/api/workspace", { body: { name: "Acme" } });
    expect(refused.status).toBe(403);
    const { email } = await makePerson(server, { workspaceId: idOf(second), role: "owner" });
    const owner = await signInAs(server, email);
    const renamed = await callWith(owner, "PATCH", "/api/workspace", { body: { name: "Acme" } });
    expect(renamed.status).toBe(204);
    const empty = await callWith(owner, "PATCH", "/api/workspace", { body: { name: " " } });
    expect(empty.status).toBe(400);
    const { workspaces } = await meOf(there);
    expect(
      workspaces.map(({ id, name }: { id: string; name: string }) => [id, name]),
    ).toContainEqual([idOf(second), "Acme"]);
    expect(workspaces.filter(({ name }: { name: string }) => name === "Acme")).toHaveLength(1);
    const { items } = await (await callWith(owner, "GET", "/api/log?kind=workspace.rename")).json();
    expect(items).toMatchObject([{ detail: { is: "Acme" } }]);
  });

  test("who only says that an address is theirs owns nothing by it; the code is made anew until it is used", async () => {
    const { email, cookie } = await someone();
    let instant = Date.now();
    const world = { db: db(), now: () => new Date(instant) };
    const input = { name: "Fifth", ownerEmail: email };
    const codeOf = async () => {
      const made = await makeWorkspace({ world, input });
      return { id: made.workspaceId, code: "code" in made ? made.code : "" };
    };
    const come = (code: string) => callWith(cookie, "POST", "/api/join", { body: { code } });
    const lost = await codeOf();
    const found = await codeOf();
    expect(found.id).toBe(lost.id);
    expect((await come(lost.code)).status).toBe(404);
    instant -= 31 * 86_400_000;
    const { code: old } = await codeOf();
    expect((await come(old)).status).toBe(404);
    instant = Date.now();
    const { code } = await codeOf();
    expect((await come(code)).status).toBe(204);
    expect((await codeOf()).id).not.toBe(lost.id);
  });

  test("a page of the workspace that was left does and reads nothing in the one that was chosen", async () => {
    const { cookie, personId } = await someone();
    const bob = await makePerson(server, { workspaceId: idOf(first), role: "viewer" });
    const there = await chosen(cookie, idOf(second));
    const back = await chosen(there, idOf(first));
    const rows = await countRows();
    const calls: [string, string, object?][] = [
      ["DELETE", `/api/members/${bob.personId}`],
      ["PATCH", `/api/members/${bob.personId}`, { role: "owner" }],
      ["POST", "/api/invitations", { role: "owner" }],
      ["POST", "/api/products", { name: "Astray", timeZone: "UTC" }],
      ["POST", "/api/products/sample"],
      ["POST", "/api/tokens", { name: "astray" }],
      ["PATCH", "/api/workspace", { name: "Astray" }],
      ["GET", "/api/members"],
      ["GET", "/api/log"],
      ["GET", "/api/me"],
    ];
    for (const [method, path, body] of calls) {
      const headers = { "x-workspace": idOf(second) };
      const answer = await callWith(back, method, path, { headers, body });
      expect([method, path, answer.status]).toEqual([method, path, 409]);
      const message = "You work in another workspace now: read this page again.";
      const fields = { "x-workspace": message };
      expect(await answer.json()).toEqual({ error: { code: "conflict", message, fields } });
    }
    expect(await countRows()).toEqual(rows);
    const headers = { "x-workspace": idOf(first) };
    const removed = await callWith(back, "DELETE", `/api/members/${bob.personId}`, { headers });
    expect(removed.status).toBe(204);
    expect((await meOf(back)).personId).toBe(personId);
  });

  test("whose session is over is told that, whichever workspace the page is of", async () => {
    const headers = { "x-workspace": idOf(second) };
    expect((await callRoute("GET", "/api/members", { headers })).status).toBe(401);
  });
});
