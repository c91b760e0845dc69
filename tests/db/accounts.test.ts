import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { findMembership, insertMembership } from "@/db/queries/memberships";
import type { ProductRow } from "@/db/schema";
import { createIdentity } from "@/lib/identity/identity";
import { workspaceCookie } from "@/lib/services/chosen-workspace";
import { makeOwnerCode } from "@/lib/services/make-owner-code";
import { resetPassword } from "@/lib/services/reset-password";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { makeProduct } from "@/tests/factories";
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

describeOnBothEngines("accounts", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let workspaceId = "";
  let product: ProductRow;
  beforeAll(async () => {
    product = await makeProduct(db(), { workspaceId: localWorkspaceId });
    ({ workspaceId } = product);
    server = openAccounts(db(), product);
  });
  afterAll(() => server.close());

  const sessionOf = async (role: "owner" | "viewer" | "pm") => {
    const person = await makePerson(server, { workspaceId, role });
    return { ...person, cookie: await signInAs(server, person.email) };
  };
  const signIn = (email: string, given: string, headers = {}) =>
    callRoute("POST", "/api/sign-in", { body: { email, password: given }, headers });

  test("the console's code makes the first owner, once, and whoever comes first is nobody", async () => {
    const code = await makeOwnerCode(server.world);
    const join = (email: string, given: unknown) =>
      callRoute("POST", "/api/join", { body: { name: "Ada", email, password, code: given } });
    expect((await join("first@example.com", "abcde-abcde-abcde-abcde")).status).toBe(404);
    const both = await Promise.all([join("ada@example.com", code), join("eve@example.com", code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    const won = both.find(({ status }) => status === 204);
    const cookie = cookieOf(won?.headers.getSetCookie() ?? []);
    const me = await (await callWith(cookie, "GET", "/api/me")).json();
    expect(me).toMatchObject({ role: "owner", name: "Ada" });
    expect(await makeOwnerCode(server.world)).toBeNull();
    expect((await join("late@example.com", code)).status).toBe(404);
  });

  test("an address that names what nothing can be called is answered as one of nothing", async () => {
    const { cookie } = await sessionOf("owner");
    const named = ["members/%00", "members/a%00b", "me/sessions/%00", "tokens/%00", "links/%00"];
    for (const one of named) {
      expect((await callWith(cookie, "DELETE", `/api/${one}`)).status).toBe(404);
    }
    const body = { role: "viewer" };
    expect((await callWith(cookie, "PATCH", "/api/members/%00", { body })).status).toBe(404);
    expect(server.failures).toEqual([]);
  });

  test("an invitation lets one person in, as what it says, until it is over or taken back", async () => {
    const owner = await sessionOf("owner");
    const invite = async (body: unknown) => {
      const answer = await callWith(owner.cookie, "POST", "/api/invitations", { body });
      expect(answer.status).toBe(201);
      const { url, id } = await answer.json();
      return { invitation: new URL(url).searchParams.get("invitation"), id };
    };
    const join = (invitation: unknown, email: string) =>
      callRoute("POST", "/api/join", { body: { invitation, name: "Bo", email, password } });
    const { invitation } = await invite({ role: "pm", days: 1 });
    const first = await join(invitation, "bo@example.com");
    expect(first.status).toBe(204);
    const me = await callWith(cookieOf(first.headers.getSetCookie()), "GET", "/api/me");
    expect(await me.json()).toMatchObject({ role: "pm", email: "bo@example.com" });
    expect((await join(invitation, "again@example.com")).status).toBe(404);
    const taken = await invite({ role: "pm", days: 1 });
    await callWith(owner.cookie, "DELETE", `/api/invitations/${taken.id}`);
    expect((await join(taken.invitation, "late@example.com")).status).toBe(404);
    const over = await invite({ role: "pm", days: 1 });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000);
    const later = openAccounts(db(), await makeProduct(db()), { now: () => tomorrow });
    expect((await join(over.invitation, "over@example.com")).status).toBe(404);
    later.close();
    server = openAccounts(db(), await makeProduct(db()));
  });

  test("an invitation is worth nothing once its maker is no owner, also to its maker", async () => {
    const [maker, owner] = [await sessionOf("owner"), await sessionOf("owner")];
    const body = { role: "owner", days: 30 };
    const made = await callWith(maker.cookie, "POST", "/api/invitations", { body });
    const { url } = await made.json();
    const invitation = new URL(url).searchParams.get("invitation");
    const removed = `/api/members/${maker.personId}`;
    expect((await callWith(owner.cookie, "DELETE", removed)).status).toBe(204);
    const back = await callWith(maker.cookie, "POST", "/api/join", { body: { invitation } });
    expect(back.status).toBe(404);
    expect(await findMembership(db(), { workspaceId, personId: maker.personId })).toBeNull();
  });

  test("a role in a product counts however its id is written", async () => {
    const [owner, member] = [await sessionOf("owner"), await sessionOf("pm")];
    const body = { role: "pm", productRoles: { [product.id.toUpperCase()]: "viewer" } };
    const path = `/api/members/${member.personId}`;
    expect((await callWith(owner.cookie, "PATCH", path, { body })).status).toBe(204);
    const stage = { name: "Explore", startsOn: "2026-01-01" };
    const stages = `/api/products/${product.id}/stages`;
    expect((await callWith(member.cookie, "POST", stages, { body: stage })).status).toBe(403);
  });

  test("a wrong password and an account that is none are told alike, and nothing begins", async () => {
    const { email } = await sessionOf("viewer");
    const wrong = await signIn(email, "not the password");
    const none = await signIn("nobody-at-all@example.com", "not the password");
    expect([wrong.status, none.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await none.json());
    expect([...wrong.headers.getSetCookie(), ...none.headers.getSetCookie()]).toEqual([]);
  });

  test("a session ends where its person ends it, and another's is not found", async () => {
    const { email, cookie } = await sessionOf("viewer");
    const elsewhere = await signInAs(server, email);
    const { items } = await (await callWith(cookie, "GET", "/api/me/sessions")).json();
    const other = items.find(({ present }: { present: boolean }) => !present);
    const stranger = await sessionOf("owner");
    const end = (as: string) => callWith(as, "DELETE", `/api/me/sessions/${other.id}`);
    expect((await end(stranger.cookie)).status).toBe(404);
    expect((await callWith(elsewhere, "GET", "/api/me")).status).toBe(200);
    expect((await end(cookie)).status).toBe(204);
    expect((await callWith(elsewhere, "GET", "/api/me")).status).toBe(401);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(200);
  });

  test("a changed password ends the sessions elsewhere; an operator's new one ends all", async () => {
    const { email, cookie } = await sessionOf("viewer");
    const elsewhere = await signInAs(server, email);
    const change = (present: string, next: string) =>
      callWith(cookie, "PUT", "/api/me/password", { body: { present, password: next } });
    expect((await change("not the password", "a new password")).status).toBe(422);
    expect((await change(password, "short")).status).toBe(400);
    expect((await change(password, "a new password")).status).toBe(204);
    expect((await callWith(elsewhere, "GET", "/api/me")).status).toBe(401);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(200);
    expect((await signIn(email, password)).status).toBe(401);
    const world = { db: db(), now: () => new Date(), hash: server.identity.hash };
    const given = await resetPassword({ world, input: { email } });
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(401);
    expect((await signIn(email, "a new password")).status).toBe(401);
    expect((await signIn(email, given)).status).toBe(204);
  });

  test("a changed password ends the API tokens in every workspace, whose log tells it", async () => {
    const { email, name, personId, cookie } = await sessionOf("viewer");
    const [here, other] = [workspaceId, (await makeProduct(db())).workspaceId];
    const standing = { role: "pm" as const, productRoles: {}, createdAt: new Date() };
    await insertMembership(db(), { workspaceId: other, personId, ...standing });
    const tokenIn = async (chosen: string) => {
      const session = await server.identity.personOf(new Headers({ cookie }));
      const choice =
        session && workspaceCookie(server.identity, { ...session, workspaceId: chosen });
      const there = `${cookie}; ${cookieOf(choice ? [choice] : [])}`;
      const made = await callWith(there, "POST", "/api/tokens", { body: { name: "script" } });
      return { headers: { authorization: `Bearer ${(await made.json()).token}` } };
    };
    const tokens = [await tokenIn(here), await tokenIn(other)];
    const statuses = () =>
      Promise.all(tokens.map(async (one) => (await callRoute("GET", "/api/products", one)).status));
    const change = (present: string) =>
      callWith(cookie, "PUT", "/api/me/password", {
        body: { present, password: "a new password" },
      });
    expect((await change("not the password")).status).toBe(422);
    expect(await statuses()).toEqual([200, 200]);
    expect((await change(password)).status).toBe(204);
    expect(await statuses()).toEqual([401, 401]);
    expect((await signIn(email, "a new password")).status).toBe(204);
    const told = await queryRows<{ workspace_id: string; detail: object }>(
      db(),
      sql`select workspace_id, detail from deeds
          where kind = 'password.change' and person_id = ${personId}`,
    );
    const detail = { name, ended: "other sessions, API tokens" };
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([here, other].map((id) => ({ workspace_id: id, detail }))),
    );
  });

  test("the last owner stays one, and who is removed is out at once", async () => {
    const { workspaceId: own } = await makeProduct(db());
    const owner = await makePerson(server, { workspaceId: own, role: "owner" });
    const viewer = await makePerson(server, { workspaceId: own, role: "viewer" });
    const cookie = await signInAs(server, owner.email);
    const theirs = await signInAs(server, viewer.email);
    const path = `/api/members/${owner.personId}`;
    const demote = { body: { role: "viewer" } };
    expect((await callWith(cookie, "PATCH", path, demote)).status).toBe(409);
    expect((await callWith(cookie, "DELETE", path)).status).toBe(409);
    expect((await callWith(theirs, "GET", "/api/products")).status).toBe(200);
    const removed = await callWith(cookie, "DELETE", `/api/members/${viewer.personId}`);
    expect(removed.status).toBe(204);
    expect((await callWith(theirs, "GET", "/api/products")).status).toBe(401);
  });

  test("behind TLS a cookie is for this server alone", async () => {
    const identity = createIdentity({
      ...{ db: db(), secret: "a secret that only tests know, long enough" },
      baseUrl: "https://balance.example",
      providers: { github: null, oidc: null },
      fetch: globalThis.fetch,
      onError: () => undefined,
    });
    const { email } = await makePerson(server, { workspaceId, role: "viewer" });
    const given = { email, password, address: "192.0.2.1", userAgent: "tests" };
    const [cookie = ""] = (await identity.signIn(given))?.cookies ?? [];
    expect(cookie).toMatch(/^__Host-balance\.session_token=/);
    expect(cookie).toMatch(/; Path=\/;.*Secure/);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test("a session is new at each sign-in, whatever the browser brought, and dead after sign-out", async () => {
    const { email, cookie: before } = await sessionOf("viewer");
    const planted = `balance.session_token=planted; ${before}`;
    const answer = await signIn(email, password, { cookie: planted });
    expect(answer.status).toBe(204);
    const cookie = cookieOf(answer.headers.getSetCookie());
    expect(cookie).not.toContain(before);
    expect(cookie).not.toContain("planted");
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(200);
    expect((await callWith(cookie, "POST", "/api/sign-out")).status).toBe(204);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(401);
    const flags = answer.headers.getSetCookie().join("\n");
    expect(flags.match(/HttpOnly/gi)).toHaveLength(2);
    expect(flags.match(/SameSite=Lax/gi)).toHaveLength(2);
  });
});
