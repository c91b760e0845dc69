import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertMembership } from "@/db/queries/memberships";
import { findPersonByEmail } from "@/db/queries/people";
import { logins, verifications } from "@/db/schema";
import { limits } from "@/lib/services/limits";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, signInAs } from "@/tests/setup/accounts-world";
import { callRoute } from "@/tests/setup/call-route";
import { describeOnBothEngines } from "@/tests/setup/database";
import { clientSecret, openSignInWorld, type ProviderName } from "@/tests/setup/sign-in-world";

const bothProviders: ProviderName[] = ["github", "oidc"];

describeOnBothEngines("signing in elsewhere", (db) => {
  let world: Awaited<ReturnType<typeof openSignInWorld>>;
  let comers = 100;
  beforeAll(async () => {
    world = await openSignInWorld(db());
  });
  afterAll(() => world.close());
  beforeEach(() => {
    for (const provider of bothProviders) world.standIns[provider].setFault("none");
    world.told.length = 0;
  });

  /** Somebody new comes to the provider. */
  const somebody = (provider: ProviderName, change: object = {}) => {
    const id = String(++comers);
    const person = { id, name: `Bo ${id}`, email: `bo-${id}@example.com`, verified: true };
    world.standIns[provider].setPerson({ ...person, ...change });
    return person;
  };
  const me = async (cookie: string) => (await callWith(cookie, "GET", "/api/me")).json();

  test.each(bothProviders)(
    "whoever holds an invitation comes in by %s as what it says, and again without it",
    async (provider) => {
      const { name, email } = somebody(provider);
      const joined = await world.goAll(provider, { invitation: await world.invite("pm") });
      expect([joined.answer.status, joined.location]).toEqual([303, "/"]);
      expect(await me(joined.cookie)).toMatchObject({ role: "pm", name, email });
      const rows = await world.countRows();
      const again = await world.goAll(provider, { next: "/portfolio" });
      expect(again.location).toBe("/sign-in?next=%2Fportfolio");
      expect(await me(again.cookie)).toMatchObject({ role: "pm", email });
      expect(await world.countRows()).toEqual({ ...rows, sessions: rows.sessions + 1 });
    },
  );

  test.each(bothProviders)("without an invitation %s lets nobody in", async (provider) => {
    somebody(provider);
    const rows = await world.countRows();
    const { location, cookie } = await world.goAll(provider, { next: "/" });
    expect(location).toBe("/sign-in?next=%2F&error=unknown_person");
    expect(await world.countRows()).toEqual(rows);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(401);
  });

  test.each(bothProviders)("an address of %s opens no account that has it", async (provider) => {
    const { workspaceId } = world;
    const { email } = await makePerson(world.server, { workspaceId, role: "owner" });
    somebody(provider, { email });
    const rows = await world.countRows();
    expect((await world.goAll(provider, { next: "/" })).location).toMatch(/error=address_taken$/);
    const invitation = await world.invite();
    const { location, cookie } = await world.goAll(provider, { invitation });
    expect(location).toBe(`/join?invitation=${invitation}&error=address_taken`);
    expect(await world.countRows()).toEqual(rows);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(401);
  });

  test.each(bothProviders)("an address that %s has not verified is none", async (provider) => {
    for (const change of [{ verified: false }, { email: null }]) {
      somebody(provider, change);
      const rows = await world.countRows();
      const { location } = await world.goAll(provider, { invitation: await world.invite() });
      expect(location).toMatch(/error=address_unverified$/);
      expect(await world.countRows()).toEqual(rows);
    }
  });

  test("an invitation that is used while its holder is away leaves no account behind", async () => {
    const invitation = await world.invite();
    const away = await world.goThere("github", { invitation });
    somebody("github");
    expect((await world.goAll("github", { invitation })).location).toBe("/");
    somebody("github");
    const rows = await world.countRows();
    const { location, cookie } = await world.comeBack(away.back, away.cookie);
    expect(location).toBe(`/join?invitation=${invitation}`);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(401);
    expect(await world.countRows()).toEqual(rows);
  });

  test("who is invited to where they belong already goes on there, and the invitation stays", async () => {
    const { email } = somebody("github");
    await world.goAll("github", { invitation: await world.invite("viewer") });
    const { workspaceId } = await makeProduct(db());
    const owner = await makePerson(world.server, { workspaceId, role: "owner" });
    const theirs = await signInAs(world.server, owner.email);
    const made = await callWith(theirs, "POST", "/api/invitations", { body: { role: "pm" } });
    const invitation = new URL((await made.json()).url).searchParams.get("invitation");
    const person = await findPersonByEmail(db(), email);
    const createdAt = new Date(Date.now() + 60_000);
    const standing = { role: "engineering" as const, productRoles: {}, createdAt };
    await insertMembership(db(), { workspaceId, personId: person?.id ?? "", ...standing });
    const { location, cookie } = await world.goAll("github", { invitation });
    expect(location).toBe("/");
    expect(await me(cookie)).toMatchObject({ role: "engineering", workspace: { id: workspaceId } });
    const { items } = await (await callWith(theirs, "GET", "/api/invitations")).json();
    expect(items).toMatchObject([{ acceptedAt: null }]);
  });

  test("an invitation that has lost its cookie makes no account", async () => {
    somebody("github");
    const rows = await world.countRows();
    const { back, cookie } = await world.goThere("github", { invitation: await world.invite() });
    const others = cookie.split("; ").filter((one) => !one.startsWith("balance.invitation="));
    const { location } = await world.comeBack(back, others.join("; "));
    expect(location).toBe("/sign-in?error=not_begun_here");
    expect(await world.countRows()).toEqual(rows);
  });

  test("who signed in elsewhere from a browser begins again in it though others fill the address", async () => {
    const from = { "x-balance-address": "192.0.2.90" };
    somebody("github");
    const joined = await world.goAll("github", { invitation: await world.invite() });
    const again = await world.goAll("github", { next: "/" });
    const marks = [joined, again].map(({ cookie }) =>
      cookie.split("; ").filter((one) => one.startsWith("balance.elsewhere=")),
    );
    expect(marks[0]).toHaveLength(1);
    expect(marks[1]).toEqual(marks[0]);
    const cookie = marks[0]?.[0] ?? "";
    const { ofAccount, ofAddress } = limits.elsewhere;
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < ofAddress + 2; turn += 1) {
      const { status } = await world.begin("github", { next: "/" }, from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 200: ofAddress, 429: 2 });
    const begin = async (mark: string) =>
      (await world.begin("github", { next: "/" }, { ...from, cookie: mark })).status;
    const [personId, sign] = cookie.slice("balance.elsewhere=".length).split(".");
    const forged = [
      `${personId}.`,
      `${personId}.${sign}x`,
      `somebody.${sign}`,
      `.${sign}`,
      "",
      ".",
    ];
    for (const value of forged) expect(await begin(`balance.elsewhere=${value}`), value).toBe(429);
    const own = [];
    for (let turn = 0; turn < ofAccount + 1; turn += 1) own.push(await begin(cookie));
    expect(own).toEqual([...Array.from({ length: ofAccount }, () => 200), 429]);
  });

  test("a browser is known by nothing where nobody was let in", async () => {
    somebody("oidc");
    const { cookie } = await world.goAll("oidc", { next: "/" });
    expect(cookie).not.toContain("balance.elsewhere=");
  });

  test("what a sign-in is begun with is good for ten minutes", async () => {
    const begun = await world.begin("oidc", { invitation: await world.invite() });
    const lives = begun.headers.getSetCookie().map((cookie) => {
      const [name] = cookie.split("=");
      return [name, /Max-Age=(\d+)/.exec(cookie)?.[1]];
    });
    expect(Object.fromEntries(lives)).toEqual({
      "balance.state": "600",
      "balance.invitation": "600",
    });
  });

  test("nothing of a provider's tokens is kept, and no invitation in clear", async () => {
    somebody("oidc");
    const invitation = await world.invite();
    await world.goThere("oidc", { invitation });
    await world.goAll("oidc", { invitation });
    const kept = JSON.stringify([
      await db().select().from(logins),
      await db().select().from(verifications),
    ]);
    // A signed token, and not three letters that an id happens to hold.
    expect(kept).not.toMatch(/access-|code-|eyJ[\w-]+\.eyJ/);
    expect(kept).not.toContain(invitation);
  });

  test("what the provider is sent holds no secret, and proves what is redeemed", async () => {
    const { sentTo } = await world.goThere("oidc", { invitation: await world.invite() });
    expect([...sentTo.searchParams.keys()].sort()).toEqual([
      ...["client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri"],
      ...["response_type", "scope", "state"],
    ]);
    expect(sentTo.href).not.toContain(clientSecret);
  });

  test.each([
    ["another page's address", { next: "https://evil.example/" }],
    ["an address without a scheme", { next: "//evil.example" }],
    ["a backslash", { next: "/\\evil.example" }],
    ["a path that leaves by dots", { next: "/..//evil.example" }],
    ["the API", { next: "/api/log" }],
    ["a script", { next: "javascript:alert(1)" }],
    ["Better Auth's own word for it", { callbackURL: "https://evil.example" }],
    ["the same beside ours", { next: "/", callbackURL: "/portfolio" }],
    ["where errors go", { next: "/", errorCallbackURL: "https://evil.example" }],
    ["an id token", { next: "/", idToken: { token: "eyJ" } }],
    ["a wish to be signed up", { next: "/", requestSignUp: true }],
    ["nothing to go on to", {}],
    ["both ways on", { next: "/", invitation: "invite_x" }],
  ])("%s is refused before anything is written", async (_, wish) => {
    const before = await db().$count(verifications);
    expect((await world.begin("oidc", wish)).status).toBe(400);
    expect(await db().$count(verifications)).toBe(before);
  });

  test("an invitation that is none begins nothing", async () => {
    expect((await world.begin("oidc", { invitation: "invite_none" })).status).toBe(404);
  });

  test.each([
    ["POST", "sign-in/email"],
    ["POST", "sign-up/email"],
    ["POST", "sign-in/social/more"],
    ["POST", "link-social"],
    ["POST", "callback/oidc"],
    ["GET", "get-session"],
    ["GET", "callback/google"],
    ["GET", "error"],
    ["GET", "list-accounts"],
  ])("%s /api/auth/%s is no way in", async (method, path) => {
    const body = method === "POST" ? { body: { provider: "oidc", next: "/" } } : {};
    expect((await callRoute(method, `/api/auth/${path}`, body)).status).toBe(404);
  });
});
