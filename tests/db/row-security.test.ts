import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readLines } from "@/db/backup/read-lines";
import { type Database, inSnapshot, queryRows } from "@/db/client";
import { openServer } from "@/db/open-server";
import { insertMembership } from "@/db/queries/memberships";
import { isBehindWall } from "@/db/row-security";
import { makeProduct } from "@/tests/factories";
import {
  callWith,
  cookieOf,
  makePerson,
  openAccounts,
  password,
  signInAs,
} from "@/tests/setup/accounts-world";
import { createServerCopy, type ServerCopy } from "@/tests/setup/server-copy";

const templateUrl = inject("templateUrl");
const asked = sql`select count(*)::int as count from products`;

/** What an installation has: a role that owns its database and is no superuser. */
async function asOwner({ url }: ServerCopy) {
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  const role = `owner_${crypto.randomUUID().replaceAll("-", "")}`;
  const database = new URL(url).pathname.slice(1);
  await admin.unsafe(`create role ${role} login password 'secret'`);
  await admin.unsafe(`alter database ${database} owner to ${role}`);
  await admin.unsafe(`drop schema public cascade; drop schema if exists drizzle, identity cascade`);
  await admin.unsafe(`create schema public authorization ${role}`);
  const own = new URL(url);
  [own.username, own.password] = [role, "secret"];
  const drop = async () => {
    await admin.unsafe(`drop owned by ${role} cascade`);
    await admin.unsafe(`alter database ${database} owner to current_user`);
    await admin.unsafe(`drop role ${role}`);
    await admin.end();
  };
  return { url: own.href, drop };
}

describe.skipIf(templateUrl === null)("row-level security (server)", () => {
  let copy: ServerCopy;
  let owner: Awaited<ReturnType<typeof asOwner>>;
  let database: Database;

  beforeAll(async () => {
    copy = await createServerCopy(templateUrl ?? "", "wall");
    owner = await asOwner(copy);
    database = await openServer(owner.url);
  });

  afterAll(async () => {
    await database.close();
    await owner.drop();
    await copy.drop();
  });

  test("a statement that forgets its workspace sees and writes that of its connection alone", async () => {
    const [mine, theirs] = [await makeProduct(database.db), await makeProduct(database.db)];
    const db = database.requestsOf(mine.workspaceId);
    expect(await isBehindWall(db)).toBe(true);
    expect(await queryRows(db, asked)).toEqual([{ count: 1 }]);
    await db.execute(sql`update products set name = 'Taken'`);
    const names = await queryRows<{ name: string }>(
      database.db,
      sql`select name from products where id = ${theirs.id}`,
    );
    expect(names).toEqual([{ name: theirs.name }]);
    const stolen = sql`update products set workspace_id = ${theirs.workspaceId}`;
    await expect(db.execute(stolen)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("row-level security") },
    });
  });

  test("syncs and commands see all workspaces; a connection that says nothing sees none", async () => {
    await makeProduct(database.db);
    const [all] = await queryRows<{ count: number }>(database.db, asked);
    expect(all?.count).toBeGreaterThan(0);
    const silent = postgres(owner.url, { max: 1 });
    expect(await silent`select count(*)::int as count from products`).toEqual([{ count: 0 }]);
    await silent.end();
  });

  test("a backup holds the rows of all, whoever's connection makes it", async () => {
    const mine = await makeProduct(database.db);
    await makeProduct(database.db, { name: "Of others" });
    const origin = { application: "0.1.0", engine: "server", createdAt: "", sealed: "" } as const;
    let text = "";
    await inSnapshot(database.requestsOf(mine.workspaceId), async (tx) => {
      for await (const lines of readLines(tx, origin)) text += lines;
    });
    expect(text).toContain("Of others");
  });

  test("a person of one workspace joins another, sees both listed, and goes on in either", async () => {
    const [mine, theirs] = [await makeProduct(database.db), await makeProduct(database.db)];
    const dbOf = (workspaceId: string) => database.requestsOf(workspaceId);
    const server = openAccounts(database.db, mine, { dbOf });
    const sessionIn = async ({ workspaceId }: typeof mine) => {
      const person = await makePerson(server, { workspaceId, role: "owner" });
      return signInAs(server, person.email);
    };
    const [cookie, host] = [await sessionIn(mine), await sessionIn(theirs)];
    const invited = await callWith(host, "POST", "/api/invitations", { body: { role: "pm" } });
    const invitation = new URL((await invited.json()).url).searchParams.get("invitation");
    const joined = await callWith(cookie, "POST", "/api/join", { body: { invitation } });
    expect(joined.status).toBe(204);
    const there = `${cookie}; ${cookieOf(joined.headers.getSetCookie())}`;
    const me = await (await callWith(there, "GET", "/api/me")).json();
    expect(me).toMatchObject({ role: "pm", workspace: { id: theirs.workspaceId } });
    expect(me.workspaces).toHaveLength(2);
    const body = { workspaceId: mine.workspaceId };
    expect((await callWith(there, "PUT", "/api/me/workspace", { body })).status).toBe(204);
    const productOf = (session: string, { id }: typeof mine) =>
      callWith(session, "GET", `/api/products/${id}`).then(({ status }) => status);
    expect([await productOf(there, theirs), await productOf(there, mine)]).toEqual([200, 404]);
    expect([await productOf(cookie, theirs), await productOf(cookie, mine)]).toEqual([404, 200]);
    server.close();
  });

  test("a changed password ends the tokens of every workspace, and the log of each tells it", async () => {
    const [mine, theirs] = [await makeProduct(database.db), await makeProduct(database.db)];
    const dbOf = (workspaceId: string) => database.requestsOf(workspaceId);
    const server = openAccounts(database.db, mine, { dbOf });
    const person = await makePerson(server, { workspaceId: mine.workspaceId, role: "viewer" });
    const { workspaceId } = theirs;
    const standing = { role: "viewer" as const, productRoles: {}, createdAt: new Date() };
    await insertMembership(database.db, { workspaceId, personId: person.personId, ...standing });
    const cookie = await signInAs(server, person.email);
    const chosen = await callWith(cookie, "PUT", "/api/me/workspace", { body: { workspaceId } });
    const there = `${cookie}; ${cookieOf(chosen.headers.getSetCookie())}`;
    const made = await callWith(there, "POST", "/api/tokens", { body: { name: "script" } });
    expect(made.status).toBe(201);
    const body = { present: password, password: "another horse battery" };
    expect((await callWith(cookie, "PUT", "/api/me/password", { body })).status).toBe(204);
    const [left] = await queryRows(
      database.db,
      sql`select (select count(*)::int from api_tokens where person_id = ${person.personId}) as tokens,
          (select count(*)::int from deeds
            where kind = 'password.change' and person_id = ${person.personId}) as told`,
    );
    expect(left).toEqual({ tokens: 0, told: 2 });
    server.close();
  });

  test("every table of a workspace is behind it, also for its owner", async () => {
    const rows = await queryRows<{ name: string; walled: boolean }>(
      database.db,
      sql`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity
            and exists (select from pg_policy p where p.polrelid = c.oid) as walled
          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ walled }) => !walled)).toEqual([]);
  });
});
