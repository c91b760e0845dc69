import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { attempts, memberships } from "@/db/schema";
import { UpstreamError } from "@/lib/errors";
import { limits } from "@/lib/services/limits";
import { makeOwnerCode } from "@/lib/services/make-owner-code";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, openAccounts, signInAs } from "@/tests/setup/accounts-world";
import { callRoute } from "@/tests/setup/call-route";
import { describeOnBothEngines } from "@/tests/setup/database";

const minuteMs = 60_000;

describeOnBothEngines("what is counted of accounts and addresses", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let workspaceId = "";
  let now = Date.now();
  let checked = 0;
  beforeAll(async () => {
    const product = await makeProduct(db(), { workspaceId: localWorkspaceId });
    ({ workspaceId } = product);
    const check = async () => {
      checked += 1;
      throw new UpstreamError("not_found", "There is no such repository.");
    };
    const change = { now: () => new Date(now), connections: { check } };
    server = openAccounts(db(), product, change);
  });
  afterAll(() => server.close());

  const sessionOf = async (role: "owner" | "pm") => {
    const { email } = await makePerson(server, { workspaceId, role });
    return signInAs(server, email);
  };
  const from = (address: string) => ({ "x-balance-address": address });
  const checkFrom = (cookie: string, address: string) => {
    const body = { kind: "github", repository: "acme/shop" };
    const headers = from(address);
    return callWith(cookie, "POST", "/api/sources/check", { body, headers });
  };
  const inviteFrom = (cookie: string, address: string) =>
    callWith(cookie, "POST", "/api/invitations", {
      body: { role: "viewer", days: 1 },
      headers: from(address),
    });
  const joinFrom = (address: string, way: object, email: string) =>
    callRoute("POST", "/api/join", {
      body: { ...way, name: "Bo", email, password: "correct horse battery" },
      headers: from(address),
    });
  /** How often it is done until it is refused, and the refusal. */
  async function untilRefused(act: (turn: number) => Promise<Response>, most = 500) {
    for (let turn = 0; turn < most; turn += 1) {
      const answer = await act(turn);
      if (answer.status === 429) return { done: turn, answer };
    }
    return { done: most, answer: null };
  }

  test("an account checks so many connections a minute, from wherever it asks", async () => {
    const pm = await sessionOf("pm");
    const { done, answer } = await untilRefused((turn) => checkFrom(pm, `203.0.113.${turn}`));
    expect(done).toBe(limits.checking.ofAccount);
    expect(checked).toBe(done);
    expect(Number(answer?.headers.get("retry-after"))).toBe(60);
    expect(await answer?.text()).toContain("Too many connections were checked. Try again in 60");
    now += 59_000;
    expect((await checkFrom(pm, "203.0.113.1")).headers.get("retry-after")).toBe("1");
    now += 1_000;
    expect((await checkFrom(pm, "203.0.113.1")).status).toBe(422);
  });

  test("one address checks so many, over all accounts; an owner there goes on, and others elsewhere", async () => {
    now += 2 * minuteMs;
    const crowd: string[] = [];
    for (let one = 0; one < 5; one += 1) crowd.push(await sessionOf("pm"));
    const { done } = await untilRefused((turn) =>
      checkFrom(crowd[turn % crowd.length] ?? "", "192.0.2.50"),
    );
    expect(done).toBe(limits.checking.ofAddress);
    expect((await checkFrom(await sessionOf("pm"), "192.0.2.50")).status).toBe(429);
    expect((await checkFrom(await sessionOf("pm"), "192.0.2.51")).status).toBe(422);
    expect((await checkFrom(await sessionOf("owner"), "192.0.2.50")).status).toBe(422);
  });

  test("at once, and in several processes, they are counted together", async () => {
    now += 2 * minuteMs;
    const ctx = { db: db(), now: () => new Date(now) };
    const here = await import("@/lib/services/limits");
    // Opens every connection that there is to the database, so that what follows is really at once.
    const others = Array.from({ length: 40 }, (_, one) => ({ account: `${one}`, address: null }));
    await Promise.all(others.map((other) => here.takeOfLimit(ctx, "password", other)));
    const before = await db().$count(attempts);
    vi.resetModules();
    // Another copy of the module has nothing of the first one's memory, as another process.
    const there = await import("@/lib/services/limits");
    expect(there.takeOfLimit).not.toBe(here.takeOfLimit);
    const counted = { account: "somebody", address: "192.0.2.60" };
    // Of what is at once, fewer are left than there are connections.
    for (let turn = 0; turn < 8; turn += 1) await here.takeOfLimit(ctx, "password", counted);
    const taken = await Promise.allSettled(
      Array.from({ length: 40 }, (_, turn) =>
        (turn % 2 ? here : there).takeOfLimit(ctx, "password", counted),
      ),
    );
    const granted = taken.filter(({ status }) => status === "fulfilled");
    expect(granted).toHaveLength(limits.password.ofAccount - 8);
    // What is refused is not counted, and what is over is forgotten.
    expect(await db().$count(attempts)).toBeLessThanOrEqual(before + 20);
  });

  test("an owner makes so many invitations in a quarter of an hour, from wherever", async () => {
    const owner = await sessionOf("owner");
    const { done, answer } = await untilRefused((turn) => inviteFrom(owner, `192.0.2.${turn}`));
    expect(done).toBe(limits.inviting.ofAccount);
    expect(answer?.headers.get("retry-after")).toBe("900");
    expect((await inviteFrom(await sessionOf("owner"), "192.0.2.1")).status).toBe(201);
    now += 16 * minuteMs;
    expect((await inviteFrom(owner, "192.0.2.1")).status).toBe(201);
  });

  test("who may not invite takes nothing from those at the same address who may", async () => {
    const pm = await sessionOf("pm");
    const before = await db().$count(attempts);
    for (let turn = 0; turn < 5; turn += 1) await inviteFrom(pm, "192.0.2.70");
    expect(await db().$count(attempts)).toBe(before);
  });

  test("wrong invitations and codes are counted by address, and whoever holds a right one comes in there", async () => {
    await db().delete(memberships);
    const code = await makeOwnerCode(server.world);
    const { done } = await untilRefused((turn) =>
      joinFrom("192.0.2.80", turn % 2 ? { code: "wrong" } : { invitation: "wrong" }, "a@b.example"),
    );
    expect(done).toBe(limits.joining.ofAddress);
    expect((await joinFrom("192.0.2.81", { code: "wrong" }, "a@b.example")).status).toBe(404);
    const email = `first-${crypto.randomUUID()}@example.com`;
    expect((await joinFrom("192.0.2.80", { code }, email)).status).toBe(204);
  });

  test("one invitation is tried so often, from wherever", async () => {
    const made = await inviteFrom(await sessionOf("owner"), "192.0.2.1");
    const invitation = new URL((await made.json()).url).searchParams.get("invitation");
    const { email } = await makePerson(server, { workspaceId, role: "pm" });
    const guess = (turn: number) =>
      callRoute("POST", "/api/join", {
        body: { invitation, name: "Bo", email: `${turn}-${email}` },
        headers: from(`198.51.100.${turn}`),
      });
    // Without a password they are refused before they are counted.
    expect((await guess(0)).status).toBe(400);
    const { done } = await untilRefused((turn) =>
      callRoute("POST", "/api/join", {
        body: { invitation },
        headers: from(`198.51.100.${turn}`),
      }),
    );
    expect(done).toBe(limits.joining.ofAccount);
  });
});
