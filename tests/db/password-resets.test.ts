import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listTables } from "@/db/backup/catalogue";
import { queryRows } from "@/db/client";
import { insertMembership } from "@/db/queries/memberships";
import { takeReset } from "@/db/queries/password-resets";
import { findPersonByEmail, insertPerson } from "@/db/queries/people";
import { logins, passwordResets } from "@/db/schema";
import { limits } from "@/lib/services/limits";
import { hashOf } from "@/lib/services/secret-text";
import { makeProduct, testNow } from "@/tests/factories";
import { callWith, makePerson, password, signInAs } from "@/tests/setup/accounts-world";
import { callRoute } from "@/tests/setup/call-route";
import { describeOnBothEngines } from "@/tests/setup/database";
import { listening } from "@/tests/setup/listening";
import { ask, openResets, redeem } from "@/tests/setup/resets-world";

const minuteMs = 60_000;
const next = "another horse battery";

describeOnBothEngines("a forgotten password", (db) => {
  let server: ReturnType<typeof openResets>;
  let workspaceId = "";
  beforeAll(async () => {
    const product = await makeProduct(db());
    ({ workspaceId } = product);
    server = openResets(db(), product);
  });
  afterAll(() => server.close());

  const someone = () => makePerson(server, { workspaceId, role: "owner" });
  const signIn = (email: string, given: string) =>
    callRoute("POST", "/api/sign-in", { body: { email, password: given } });
  /** Asks, lets the mail go, and gives its link's secret. */
  const linkFor = async (email: string) => {
    expect((await ask(email)).status).toBe(204);
    expect(await server.sendAll()).toEqual([]);
    return server.secretFor(email);
  };

  test("a link sets a new password, once, and only its hash was ever stored", async () => {
    const { email } = await someone();
    const secret = await linkFor(email);
    const [row] = await queryRows(db(), sql`select * from identity.password_resets r`);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect((await redeem(secret, "short")).status).toBe(400);
    const changed = await redeem(secret, next);
    expect(changed.status).toBe(204);
    expect((await signIn(email, password)).status).toBe(401);
    expect((await signIn(email, next)).status).toBe(204);
    expect((await redeem(secret, "yet another battery")).status).toBe(404);
    expect((await signIn(email, next)).status).toBe(204);
  });

  test("of two who use it at once, one does", async () => {
    const secret = await linkFor((await someone()).email);
    const both = await Promise.all([redeem(secret, next), redeem(secret, next)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    const other = await linkFor((await someone()).email);
    const key = { secretHash: hashOf(other), at: new Date(server.clock.now) };
    const taken = await Promise.all([takeReset(db(), key), takeReset(db(), key)]);
    expect(taken.filter((email) => email === null)).toHaveLength(1);
  });

  test("every session and token ends, and the log of each workspace tells it", async () => {
    const { email, personId, name } = await someone();
    const other = (await makeProduct(db())).workspaceId;
    const standing = { role: "viewer" as const, productRoles: {}, createdAt: testNow };
    await insertMembership(db(), { workspaceId: other, personId, ...standing });
    const cookie = await signInAs(server, email);
    const made = await callWith(cookie, "POST", "/api/tokens", { body: { name: "script" } });
    const { token } = await made.json();
    const bearer = { headers: { authorization: `Bearer ${token}` } };
    expect((await callRoute("GET", "/api/products", bearer)).status).toBe(200);
    expect((await redeem(await linkFor(email), next)).status).toBe(204);
    expect((await callWith(cookie, "GET", "/api/me")).status).toBe(401);
    expect((await callRoute("GET", "/api/products", bearer)).status).toBe(401);
    const told = await queryRows(
      db(),
      sql`select workspace_id, detail from deeds
          where kind = 'password.reset' and person_id = ${personId}`,
    );
    expect(told).toHaveLength(2);
    expect(await findPersonByEmail(db(), email)).toMatchObject({ emailVerified: true });
    expect(told).toEqual(
      expect.arrayContaining([
        { workspace_id: workspaceId, detail: { name, by: "mail" } },
        { workspace_id: other, detail: { name, by: "mail" } },
      ]),
    );
  });

  test("it is over after an hour, replaced by the next one, and ends with the password", async () => {
    const { email } = await someone();
    const over = await linkFor(email);
    server.clock.now += 60 * minuteMs;
    const answers = [await redeem(over, next)];
    const replaced = await linkFor(email);
    const latest = await linkFor(email);
    answers.push(await redeem(replaced, next));
    const cookie = await signInAs(server, email);
    const body = { present: password, password: next };
    expect((await callWith(cookie, "PUT", "/api/me/password", { body })).status).toBe(204);
    answers.push(await redeem(latest, next), await redeem("reset_never-was", next));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(texts).size).toBe(1);
    const last = await linkFor(email);
    server.clock.now += 59 * minuteMs;
    expect((await redeem(last, next)).status).toBe(204);
  });

  test("whether there is such an account shows in nothing: nobody looks while it is asked", async () => {
    const { email } = await someone();
    const elsewhere = await makeWithoutPassword();
    const asked = [email, elsewhere, "nobody@example.com"];
    const statements: string[][] = [];
    for (const one of asked) {
      const heard: string[] = [];
      server.world.db = listening(db(), heard);
      const answer = await ask(one, { "x-balance-address": "192.0.2.77" });
      server.world.db = db();
      statements.push(heard);
      expect([answer.status, await answer.text()]).toEqual([204, ""]);
      expect([...answer.headers.keys()]).toEqual([]);
    }
    expect(statements[0]?.length).toBeGreaterThan(0);
    expect(new Set(statements.map((heard) => heard.join("\n"))).size).toBe(1);
    expect(statements.flat().join()).not.toContain("people");
    const before = server.sent.length;
    await server.sendAll();
    expect(server.sent.slice(before).map(({ to }) => to)).toEqual([email]);
    expect(await db().$count(passwordResets, sql`${passwordResets.email} <> ${email}`)).toBe(0);
  });

  test("the link leads to where this server is reached, whatever a request calls itself", async () => {
    const { email } = await someone();
    await ask(email, { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" });
    await server.sendAll();
    const text = server.sent.at(-1)?.text;
    expect(text).toContain("https://balance.example/new-password#");
    expect(text).not.toContain("evil");
    const foreign = await ask(email, { host: "evil.example" });
    expect(foreign.status).toBe(403);
    expect((await ask(email, { origin: "https://evil.example" })).status).toBe(403);
  });

  test("an account gets three mails in a quarter of an hour, an address asks for twenty", async () => {
    server.clock.now += 20 * minuteMs;
    const { email } = await someone();
    const many = [];
    for (let number = 0; number < 5; number++) many.push((await ask(email)).status);
    for (let number = 0; number < 5; number++) many.push((await ask("none@example.com")).status);
    expect(many).toEqual([204, 204, 204, 429, 429, 204, 204, 204, 429, 429]);
    const from = { "x-balance-address": "192.0.2.99" };
    const statuses = [];
    for (let number = 0; number < 22; number++) {
      statuses.push((await ask(`person-${number}@example.org`, from)).status);
    }
    expect(statuses.filter((status) => status === 204)).toHaveLength(20);
    expect((await signIn(email, password)).status).toBe(204);
    server.clock.now += 16 * minuteMs;
    expect((await ask(email, from)).status).toBe(204);
  });

  test("wrong links are counted by address, and whoever holds a right one uses it there", async () => {
    const from = { "x-balance-address": "192.0.2.120" };
    const statuses = [];
    for (let number = 0; number < 32; number++) {
      statuses.push((await redeem(`reset_guess-${number}`, next, from)).status);
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(limits.resetLink.ofAddress);
    expect(statuses.at(-1)).toBe(429);
    const secret = await linkFor((await someone()).email);
    expect((await redeem(secret, next, from)).status).toBe(204);
    expect((await redeem("reset_guess", next, { "x-balance-address": "192.0.2.121" })).status).toBe(
      404,
    );
  });

  test("no backup holds a link: who restores one lets nobody in by it", async () => {
    const tables = (await listTables(db())).map(({ name }) => name);
    expect(tables).toContain("identity.people");
    expect(tables).not.toContain("identity.password_resets");
  });

  test("where no mail is sent from, nothing is asked for", async () => {
    server.world.mail = null;
    expect((await ask("ada@example.com")).status).toBe(404);
    server.world.mail = { wake: () => undefined };
  });

  test("who has the mailbox gets in though strangers have used up the account's guesses", async () => {
    server.clock.now += 20 * minuteMs;
    const { email } = await someone();
    for (let number = 0; number < 10; number++) await signIn(email, "wrong wrong wrong");
    expect((await signIn(email, password)).status).toBe(429);
    const changed = await redeem(await linkFor(email), next);
    const [cookie = ""] = changed.headers.getSetCookie()[0]?.split(";") ?? [];
    const body = { email, password: next };
    const entered = await callRoute("POST", "/api/sign-in", { body, headers: { cookie } });
    expect(entered.status).toBe(204);
  });

  async function makeWithoutPassword(): Promise<string> {
    const id = crypto.randomUUID();
    const email = `${id}@example.com`;
    await insertPerson(db(), { id, name: "Bo", email, passwordHash: "x", at: testNow });
    await db()
      .update(logins)
      .set({ providerId: "github", password: null })
      .where(sql`${logins.userId} = ${id}`);
    return email;
  }
});
