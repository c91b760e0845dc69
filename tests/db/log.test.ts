import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProductRow } from "@/db/schema";
import { deedListSchema } from "@/lib/contracts/deeds";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, openAccounts, signInAs } from "@/tests/setup/accounts-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { makeThings } from "@/tests/setup/things";

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
