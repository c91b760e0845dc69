import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { callWith } from "@/tests/setup/accounts-world";
import { callRoute } from "@/tests/setup/call-route";
import { describeOnBothEngines } from "@/tests/setup/database";
import { clientSecret, openSignInWorld, type ProviderName } from "@/tests/setup/sign-in-world";
import type { SignInFault } from "@/tests/upstream/sign-in-types";

const bothProviders: ProviderName[] = ["github", "oidc"];
const ofBoth: SignInFault[] = ["denied", "token_fails", "silent", "endless"];
const ofTokens: SignInFault[] = [
  ...(["other_key", "unsigned", "other_audience", "other_issuer", "other_nonce"] as const),
  ...(["expired", "false_discovery", "broken_key", "weak_key"] as const),
];

describeOnBothEngines("what goes wrong while somebody signs in elsewhere", (db) => {
  let world: Awaited<ReturnType<typeof openSignInWorld>>;
  let comers = 500;
  beforeAll(async () => {
    world = await openSignInWorld(db());
  });
  afterAll(() => world.close());
  beforeEach(() => {
    const id = String(++comers);
    const person = { id, name: "Bo", email: `bo-${id}@example.com`, verified: true };
    for (const provider of bothProviders) {
      world.standIns[provider].setFault("none");
      world.standIns[provider].setPerson(person);
    }
    world.told.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    // Whatever happened, the operator's log and the page's address hold no secret of it.
    expect(world.told.join("\n")).not.toMatch(/access-|code-|eyJ|invite_/);
    expect(world.told.join("\n")).not.toContain(clientSecret);
    expect(world.server.failures).toEqual([]);
  });

  /** Comes back while the provider fails; nobody is let in and nothing is written. */
  async function refusedWith(provider: ProviderName, fault: SignInFault): Promise<string | null> {
    const invitation = await world.invite();
    const rows = await world.countRows();
    const standIn = world.standIns[provider];
    if (fault === "denied") standIn.setFault(fault);
    const { back, cookie } = await world.goThere(provider, { invitation });
    standIn.setFault(fault);
    const { location, cookie: given } = await world.comeBack(back, cookie);
    expect((await callWith(given, "GET", "/api/me")).status).toBe(401);
    expect(await world.countRows()).toEqual(rows);
    const [page, error = null] = (location ?? "").split("&error=");
    expect(page).toBe(`/join?invitation=${invitation}`);
    return error;
  }

  test.each(bothProviders.flatMap((provider) => ofBoth.map((fault) => [provider, fault] as const)))(
    "%s: %s",
    async (provider, fault) => {
      const error = await refusedWith(provider, fault);
      expect(error).toBe(fault === "denied" ? "denied" : "not_confirmed");
      // Who says no is no failure of anybody's.
      expect(world.told.length > 0).toBe(fault !== "denied");
    },
  );

  test.each(ofTokens)("a token that is not to be believed: %s", async (fault) => {
    expect(await refusedWith("oidc", fault)).toBe("not_confirmed");
  });

  test("a provider that does not answer is told of where the person is", async () => {
    world.standIns.oidc.setFault("silent");
    const begun = await world.begin("oidc", { next: "/" });
    expect(begun.status).toBe(503);
    expect((await begun.json()).error.message).toMatch(/does not answer/);
    expect(begun.headers.getSetCookie()).toEqual([]);
  });

  test.each(bothProviders)("what %s gave is taken once", async (provider) => {
    const { back, cookie } = await world.goThere(provider, { invitation: await world.invite() });
    expect((await world.comeBack(back, cookie)).location).toBe("/");
    const rows = await world.countRows();
    const again = await world.comeBack(back, cookie);
    expect(again.location).toMatch(/^\/sign-in\?error=not_begun_here$/);
    expect(await world.countRows()).toEqual(rows);
  });

  test("another sign-in's code is not taken with this one's state", async () => {
    const invitation = await world.invite();
    const theirs = await world.goThere("oidc", { invitation });
    const ours = await world.goThere("oidc", { invitation });
    const rows = await world.countRows();
    ours.back.searchParams.set("code", theirs.back.searchParams.get("code") ?? "");
    const { location } = await world.comeBack(ours.back, ours.cookie);
    expect(location).toMatch(/error=not_confirmed$/);
    expect(await world.countRows()).toEqual(rows);
  });

  test("what was begun in another browser, is made up, or is over, is refused", async () => {
    const rows = await world.countRows();
    const { back, cookie } = await world.goThere("oidc", { next: "/portfolio" });
    const elsewhere = await world.comeBack(back, "");
    expect(elsewhere.location).toBe("/sign-in?error=not_begun_here");
    const paths = [
      "?code=a&state=b",
      "?code=a",
      "",
      "?state=b",
      "?error=%3Cscript%3E",
      "?code=a&code=b",
    ];
    for (const search of paths) {
      const made = await world.comeBack(
        new URL(`/api/auth/callback/oidc${search}`, "http://balance.test"),
        cookie,
      );
      expect(made.answer.status, search).toBe(303);
      expect(made.location, search).toMatch(/^\/sign-in\?error=(not_begun_here|failed)$/);
    }
    const late = await world.goThere("oidc", { next: "/portfolio" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    const over = await world.comeBack(late.back, late.cookie);
    expect(over.location).toMatch(/^\/sign-in\?.*error=not_begun_here$/);
    vi.useRealTimers();
    expect(await world.countRows()).toEqual(rows);
    // Anybody can send that, as often as they like: the operator's log is not theirs to fill.
    expect(world.told).toEqual([]);
  });

  test("a database that fails while somebody comes back is told of", async () => {
    const { back, cookie } = await world.goThere("oidc", { next: "/" });
    await db().execute(sql`alter table identity.verifications rename to verifications_away`);
    try {
      const { location } = await world.comeBack(back, cookie);
      expect(location).toBe("/sign-in?error=failed");
    } finally {
      await db().execute(sql`alter table identity.verifications_away rename to verifications`);
    }
    expect(world.told).toContain("Failed to parse state");
  });

  const errors = ["evil-error", "constructor", "__proto__", "toString"];
  test.each(errors)("what a provider says of a failure is not handed on: %s", async (error) => {
    const { back, cookie } = await world.goThere("oidc", { next: "/" });
    back.searchParams.delete("code");
    back.searchParams.set("error", error);
    back.searchParams.set("error_description", "Call 0900 for help");
    const { location } = await world.comeBack(back, cookie);
    expect(location).toBe("/sign-in?next=%2F&error=failed");
  });

  test("an account made for an entry that the database refuses is gone again", async () => {
    const invitation = await world.invite();
    const { back, cookie } = await world.goThere("oidc", { invitation });
    const rows = await world.countRows();
    await db().execute(
      sql`alter table memberships add constraint nobody_more check (false) not valid`,
    );
    const refused = await world.comeBack(back, cookie);
    await db().execute(sql`alter table memberships drop constraint nobody_more`);
    expect([refused.answer.status, refused.cookie]).toEqual([500, ""]);
    expect(inspect(world.server.failures.splice(0), { depth: 6 })).toContain("nobody_more");
    expect(await world.countRows()).toEqual(rows);
    const again = await world.goAll("oidc", { invitation });
    expect(again.location).toBe("/");
    expect((await callWith(again.cookie, "GET", "/api/me")).status).toBe(200);
  });

  test("sessions are read while the provider is down, and people sign in by password", async () => {
    await world.standIns.oidc.close();
    expect((await callWith(world.ownerCookie, "GET", "/api/me")).status).toBe(200);
    const given = { email: world.owner.email, password: "correct horse battery" };
    expect((await callRoute("POST", "/api/sign-in", { body: given })).status).toBe(204);
    expect((await world.begin("oidc", { next: "/" })).status).toBe(503);
  });
});
