import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { routeRights } from "@/lib/rights/route-rights";
import { askers, expected, places } from "@/tests/setup/askers";
import { describeOnBothEngines } from "@/tests/setup/database";
import { openRightsWorld, pathOf } from "@/tests/setup/rights-world";

// The first wall is gone: what is refused now is refused by the services themselves.
vi.mock("@/lib/services/require-route", () => ({ requireRoute: async () => undefined }));

describeOnBothEngines("services without the table of routes", (db) => {
  let world: Awaited<ReturnType<typeof openRightsWorld>>;
  beforeAll(async () => {
    world = await openRightsWorld(db());
  });
  afterAll(() => world.close());

  test("refuse whatever the table refuses", { timeout: 600_000 }, async () => {
    const taken: string[] = [];
    for (const [name, who] of Object.entries(routeRights)) {
      for (const asker of askers) {
        for (const place of who.kind === "thing" ? places : (["own"] as const)) {
          if (expected(asker, who, place) === null) continue;
          const path = pathOf(name, world.things[place]);
          const status = await world.take(name, path, world.headersOf(asker.name));
          // Without a body, some ask for one first.
          const isRefused = [400, 401, 403, 404].includes(status);
          if (!isRefused) taken.push(`${name}, ${asker.name}, ${place}: ${status}`);
        }
      }
    }
    expect(taken).toEqual([]);
  });
});
