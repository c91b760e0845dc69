import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { listDoersOf } from "@/db/queries/deeds";
import type { ProductRow } from "@/db/schema";
import { deedListSchema } from "@/lib/contracts/deeds";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, openAccounts, signInAs } from "@/tests/setup/accounts-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { makeThings } from "@/tests/setup/things";

const idSchema = z.object({ id: z.uuid() });
const itemsSchema = z.object({ items: z.array(idSchema) });

describeOnBothEngines("the log", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let product: ProductRow;
  let cookie = "";
  beforeAll(async () => {
    product = await makeProduct(db());
    server = openAccounts(db(), product);
    const { workspaceId } = product;
    const { email } = await makePerson(server, { workspaceId, role: "owner" });
    cookie = await signInAs(server, email);
    await makeThings(db(), product);
  });
  afterAll(() => server.close());

  const read = async (query = "") =>
    deedListSchema.parse(await (await callWith(cookie, "GET", `/api/log${query}`)).json());

  test("tells who did what, the latest first, by kind, day and product", async () => {
    const { items } = await read();
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(["stage.change", "agreement.propose", "override.set"]),
    );
    expect(items.every(({ actor }) => actor === "ada")).toBe(true);
    const times = items.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
    const some = await read("?kind=override.set,meeting.start");
    expect(new Set(some.items.map(({ kind }) => kind))).toEqual(
      new Set(["override.set", "meeting.start"]),
    );
    expect((await read("?to=2020-01-01")).items).toEqual([]);
    expect((await read(`?productId=${crypto.randomUUID()}`)).items).toEqual([]);
    expect((await callWith(cookie, "GET", "/api/log?kind=nothing")).status).toBe(400);
  });

  test("tells of notes, teams and disputes, from their beginning to their end", async () => {
    const { id: productId } = product;
    const of = (path: string) => `/api/products/${productId}/${path}`;
    const made = async (path: string, body: object) => {
      const answer = await callWith(cookie, "POST", path, { body });
      expect(answer.status).toBe(201);
      return idSchema.parse(await answer.json()).id;
    };
    const note = await made(of("notes"), { day: "2026-02-02", kind: "note", text: "Private." });
    const team = await made(of("teams"), { name: "Payments", filter: { label: "pay" } });
    const [item] = itemsSchema.parse(
      await (await callWith(cookie, "GET", of("items"))).json(),
    ).items;
    const change = async (method: string, path: string, body?: object) =>
      expect((await callWith(cookie, method, path, body && { body })).status).toBeLessThan(300);
    await change("PATCH", `/api/notes/${note}`, { text: "Secret." });
    await change("DELETE", `/api/notes/${note}`);
    await change("PATCH", `/api/teams/${team}`, { name: "Billing" });
    await change("DELETE", `/api/teams/${team}`);
    await change("DELETE", `/api/items/${item?.id}/dispute`);
    await change("POST", `/api/items/${item?.id}/dispute`, { reason: "It is not." });
    const { items } = await read(
      "?kind=note.create,note.update,note.delete,team.create,team.update,team.delete,dispute.open,dispute.settle",
    );
    const told = items.map(({ kind, subject, detail }) => [kind, subject, detail]);
    const day = "2026-02-02";
    expect(told).toEqual(
      expect.arrayContaining([
        ["note.create", note, { day, kind: "note" }],
        ["note.update", note, { day, changed: "text" }],
        ["note.delete", note, { day, kind: "note" }],
        ["team.create", team, { name: "Payments" }],
        ["team.update", team, { changed: "name", name: "Billing" }],
        ["team.delete", team, { name: "Billing" }],
        ["dispute.settle", item?.id, {}],
        ["dispute.open", item?.id, {}],
      ]),
    );
    expect(JSON.stringify(items)).not.toMatch(/Private|Secret|It is not/);
  });

  test("names what of a product was changed, not what was sent again as it was", async () => {
    const { id, timeZone, weekStart } = product;
    const change = async (body: object) =>
      expect((await callWith(cookie, "PATCH", `/api/products/${id}`, { body })).status).toBe(200);
    await change({ name: "Renamed", timeZone, weekStart });
    await change({ name: "Renamed", weekStart: weekStart === "monday" ? "sunday" : "monday" });
    await change({ name: "Renamed" });
    const { items } = await read("?kind=product.update");
    expect(items.map(({ detail }) => detail)).toEqual([
      { changed: "weekStart", name: "Renamed" },
      { changed: "name", name: "Renamed" },
    ]);
  });

  test("says what somebody was called who has gone", async () => {
    const { workspaceId } = product;
    const { personId, name } = await makePerson(server, { workspaceId, role: "viewer" });
    expect((await callWith(cookie, "DELETE", `/api/members/${personId}`)).status).toBe(204);
    const { items } = await read("?kind=member.remove");
    expect(items).toMatchObject([{ subject: personId, detail: { name, was: "viewer" } }]);
  });

  test("tells of everybody who did anything, once and also when they have gone", async () => {
    const { workspaceId, id } = product;
    const { personId, name, email } = await makePerson(server, { workspaceId, role: "owner" });
    const theirs = await signInAs(server, email);
    for (const changed of ["Once", "Twice"]) {
      await callWith(theirs, "PATCH", `/api/products/${id}`, { body: { name: changed } });
    }
    expect((await callWith(cookie, "DELETE", `/api/members/${personId}`)).status).toBe(204);
    const doers = await listDoersOf(db(), { workspaceId });
    expect(doers).toContainEqual({ personId, name });
    expect(new Set(doers.map((doer) => doer.personId)).size).toBe(doers.length);
    expect(await listDoersOf(db(), { workspaceId: crypto.randomUUID() })).toEqual([]);
  });

  test("as a file it holds the same", async () => {
    const { items } = await read();
    const file = await (await callWith(cookie, "GET", "/api/log?format=ndjson")).text();
    const lines = file
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(items);
    const csv = await (await callWith(cookie, "GET", "/api/log?format=csv")).text();
    expect(csv.trim().split("\r\n")).toHaveLength(items.length + 1);
  });

  test("days that are reversed are refused, naming the first, as a page and as a file", async () => {
    for (const format of ["json", "csv"]) {
      const query = `from=2026-12-01&to=2026-11-01&format=${format}`;
      const answer = await callWith(cookie, "GET", `/api/log?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: { fields: { from: expect.stringMatching(/\w/) } },
      });
    }
  });

  test("another workspace's owner reads another log", async () => {
    const elsewhere = await makeProduct(db());
    const { email } = await makePerson(server, {
      workspaceId: elsewhere.workspaceId,
      role: "owner",
    });
    const foreign = await signInAs(server, email);
    expect(await (await callWith(foreign, "GET", "/api/log")).json()).toMatchObject({ items: [] });
  });

  test("nothing of it is changed or deleted, not even by statements", async () => {
    const { items } = await read();
    for (const statement of [
      sql`update deeds set actor_name = 'eve'`,
      sql`delete from deeds`,
      sql`truncate deeds`,
    ]) {
      await expect(db().execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining("only added to") },
      });
    }
    expect((await read()).items).toEqual(items);
  });

  test("what is undone is not told: the deed is in its transaction", async () => {
    const before = (await read()).items.length;
    const path = `/api/products/${product.id}/stages`;
    const body = { name: "Again", startsOn: "2026-01-01" };
    const answer = await callWith(cookie, "POST", path, { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await read()).items).toHaveLength(before);
  });
});
