import { afterAll, beforeAll, expect, test } from "vitest";
import { routeRights } from "@/lib/rights/route-rights";
import { askers, expected, forged, places } from "@/tests/setup/askers";
import { describeOnBothEngines } from "@/tests/setup/database";
import { openRightsWorld, pathOf } from "@/tests/setup/rights-world";

describeOnBothEngines("every route for everybody", (db) => {
  let world: Awaited<ReturnType<typeof openRightsWorld>>;
  beforeAll(async () => {
    world = await openRightsWorld(db());
  });
  afterAll(() => world.close());

  async function wrongCells(extra: Record<string, string>): Promise<string[]> {
    const wrong: string[] = [];
    for (const [name, who] of Object.entries(routeRights)) {
      if (who.kind === "anyone") continue;
      for (const asker of askers) {
        for (const place of who.kind === "thing" ? places : (["own"] as const)) {
          const headers = { ...extra, ...world.headersOf(asker.name) };
          const status = await world.take(name, pathOf(name, world.things[place]), headers);
          const must = expected(asker, who, place);
          // Let through, it may find the request wanting; a thing of its own kind may be none.
          const isLet = status < 500 && ![401, 403].includes(status);
          const isFound = who.kind !== "thing" || status !== 404;
          const isRight = must === null ? isLet && isFound : status === must;
          if (!isRight) wrong.push(`${name}, ${asker.name}, ${place}: ${status}, not ${must}`);
        }
      }
    }
    return wrong;
  }

  test("each cell is what the table says", { timeout: 600_000 }, async () => {
    expect(await wrongCells({})).toEqual([]);
  });

  test("and stays so with forged headers", { timeout: 600_000 }, async () => {
    expect(await wrongCells(forged)).toEqual([]);
  });

  test("what anybody may take asks for what it needs itself", { timeout: 600_000 }, async () => {
    const statuses = Object.entries(routeRights)
      .filter(([name, { kind }]) => kind === "anyone" && !/health|ready|openapi/.test(name))
      .map(async ([name]) => [name, await world.take(name, pathOf(name, world.things.own), {})]);
    expect(Object.fromEntries(await inTurn(statuses))).toEqual({
      "POST /api/webhooks/{sourceId}": 401,
      "POST /api/sign-in": 400,
      "POST /api/sign-out": 204,
      "POST /api/join": 400,
      "POST /api/password-resets": 400,
      "POST /api/password-resets/use": 400,
      "GET /api/shared/{secret}": 404,
      "GET /api/auth/{all}": 404,
      "POST /api/auth/{all}": 404,
    });
  });
});

async function inTurn<T>(promises: Promise<T>[]): Promise<T[]> {
  const all: T[] = [];
  for (const promise of promises) all.push(await promise);
  return all;
}
