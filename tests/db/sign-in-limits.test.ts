import { afterAll, beforeAll, expect, test } from "vitest";
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

const minuteMs = 60_000;

describeOnBothEngines("guessing passwords", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let workspaceId = "";
  let now = Date.now();
  const evaluated = new Map<string, number>();
  beforeAll(async () => {
    const product = await makeProduct(db());
    ({ workspaceId } = product);
    server = openAccounts(db(), product, { now: () => new Date(now) });
    const { identity } = server;
    server.world.identity = {
      ...identity,
      // Counts what is evaluated, and takes no time for what is wrong.
      signIn: async (given) => {
        evaluated.set(given.email, (evaluated.get(given.email) ?? 0) + 1);
        return given.password === password ? identity.signIn(given) : null;
      },
    };
  });
  afterAll(() => server.close());

  const guess = (email: string, given: string, address: string, cookie = "") =>
    callRoute("POST", "/api/sign-in", {
      body: { email, password: given },
      headers: { "x-balance-address": address, cookie },
    });
  const addressOf = (number: number) => `198.51.${Math.trunc(number / 250)}.${number % 250}`;

  test("of 1,000 spread over accounts and addresses, at most 10 an account are evaluated", async () => {
    const people = await Promise.all(
      Array.from({ length: 4 }, () => makePerson(server, { workspaceId, role: "viewer" })),
    );
    const emails = [...people.map(({ email }) => email), "nobody@example.com"];
    const statuses = new Map<number, number>();
    for (let number = 0; number < 1000; number++) {
      const email = emails[number % emails.length] ?? "";
      now += 500;
      const { status } = await guess(email, `guess ${number}`, addressOf(number));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...evaluated.values()]).toEqual([10, 10, 10, 10, 10]);
    expect(Object.fromEntries(statuses)).toEqual({ 401: 50, 429: 950 });
  });

  test("at once they are counted together", async () => {
    const { email } = await makePerson(server, { workspaceId, role: "viewer" });
    await Promise.all(
      Array.from({ length: 40 }, (_, place) => guess(email, "wrong", addressOf(2000 + place))),
    );
    expect(evaluated.get(email)).toBe(10);
  });

  test("one address guesses a hundred times in a quarter of an hour, over all accounts", async () => {
    now += 20 * minuteMs;
    evaluated.clear();
    for (let number = 0; number < 120; number++) {
      await guess(`person-${number}@example.org`, "wrong", "203.0.113.9");
    }
    expect(evaluated.size).toBe(100);
  });

  test("a browser that is known gets in where others at its address have guessed", async () => {
    const { email } = await makePerson(server, { workspaceId, role: "owner" });
    now += 20 * minuteMs;
    const before = await guess(email, password, "203.0.113.10");
    const known = cookieOf(
      before.headers.getSetCookie().filter((cookie) => cookie.startsWith("balance.known")),
    );
    for (let number = 0; number < 110; number++) {
      await guess(`other-${number}@example.org`, "wrong", "203.0.113.10");
    }
    expect((await guess(email, password, "203.0.113.10")).status).toBe(429);
    expect((await guess(email, password, "203.0.113.10", known)).status).toBe(204);
  });

  test("a new account begins its session though strangers have used up its guesses", async () => {
    now += 20 * minuteMs;
    const owner = await makePerson(server, { workspaceId, role: "owner" });
    const cookie = await signInAs(server, owner.email);
    const body = { role: "viewer", days: 1 };
    const made = await callWith(cookie, "POST", "/api/invitations", { body });
    const invitation = new URL((await made.json()).url).searchParams.get("invitation");
    const email = `invited-${crypto.randomUUID()}@example.com`;
    for (let number = 0; number < 12; number++) await guess(email, "wrong", addressOf(number));
    expect((await guess(email, password, "192.0.2.8")).status).toBe(429);
    const joined = await callRoute("POST", "/api/join", {
      body: { invitation, name: "Bo", email, password },
      headers: { "x-balance-address": "192.0.2.9" },
    });
    expect(joined.status).toBe(204);
    const theirs = cookieOf(joined.headers.getSetCookie());
    const me = await callWith(theirs, "GET", "/api/me");
    expect(await me.json()).toMatchObject({ role: "viewer", email });
    // The browser is known from now on: what strangers guess keeps it out no more.
    expect((await guess(email, password, "192.0.2.9", theirs)).status).toBe(204);
  });

  test("whoever has signed in from a browser gets in from it while strangers guess", async () => {
    const { email } = await makePerson(server, { workspaceId, role: "owner" });
    const before = await guess(email, password, "192.0.2.7");
    const known = cookieOf(
      before.headers.getSetCookie().filter((cookie) => cookie.startsWith("balance.known")),
    );
    for (let number = 0; number < 20; number++) await guess(email, "wrong", addressOf(number));
    expect((await guess(email, password, "192.0.2.8")).status).toBe(429);
    expect((await guess(email, password, "192.0.2.7", known)).status).toBe(204);
    const forged = "balance.known=forged";
    expect((await guess(email, password, "192.0.2.7", forged)).status).toBe(429);
    now += 16 * minuteMs;
    expect((await guess(email, password, "192.0.2.8")).status).toBe(204);
  });
});
