import { describe, expect, it } from "vitest";
import type { Connector } from "@/lib/connectors/connector";
import { connect, fullName, never, pagesOf, recordsOf, startStandIn } from "./connector-harness";
import { brief, itemsOf, type Lively, live, lived, livelyStandIn, token } from "./lively-stand-in";

describe("the requests of an incremental sync", () => {
  const incremental = async (connector: Connector, since: Date) => {
    await connector.fingerprint?.(never);
    return recordsOf(connector, { since });
  };

  it("that finds nothing new are three at most, of which only one costs quota", async () => {
    const world = await livelyStandIn(250);
    const { connector } = connect(world.standIn, { token });
    await connector.fingerprint?.(never);
    await recordsOf(connector);
    world.standIn.requests.length = 0;
    world.pass(3600);
    const since = new Date(world.now().getTime() - 600_000);
    expect(await incremental(connector, since)).toEqual([]);
    expect(world.standIn.requests.map(({ status }) => status).sort()).toEqual([200, 304, 404]);
  });

  it("stay at three where the overlap shows edits again that the last sync has read", async () => {
    const world = await livelyStandIn(250);
    const { connector } = connect(world.standIn, { token });
    live(world, 2);
    const since = new Date(world.now().getTime() - 900_000);
    await incremental(connector, since);
    const first = await recordsOf(connector, { since });
    world.standIn.requests.length = 0;
    expect(await incremental(connector, since)).toEqual(first);
    expect(first).toHaveLength(1);
    expect(world.standIn.requests).toHaveLength(3);
  });

  it("read a history again that was read in the very second of the last edit", async () => {
    const world = await livelyStandIn(3);
    const { connector } = connect(world.standIn, { token });
    const since = new Date(world.now().getTime() - 600_000);
    world.standIn.relabelIssue(fullName, 2, ["bug"]);
    await recordsOf(connector, { since });
    world.standIn.relabelIssue(fullName, 2, ["ui"]);
    const [record] = await recordsOf(connector, { since });
    const events = world.standIn.timelineOf(fullName, 2);
    expect(events).toHaveLength(3);
    expect(record?.payload).toMatchObject({ events: events.map(() => expect.anything()) });
  });
});

describe("a history that changes while it is read", () => {
  /** A server that is slow with some histories, and what happens while it is waited for. */
  async function slowHistories(times: number, meanwhile: (world: Lively) => void) {
    const pause = async () => meanwhile(world);
    const world: Lively = await livelyStandIn(3, { hasGraphql: false, pause });
    world.standIn.setFault({ kind: "slow", on: "timeline", times });
    return world;
  }

  it("agrees with the record as it was listed, and with the next sync's", async () => {
    const world = await slowHistories(1, (lively) => live(lively, 1));
    const { connector } = connect(world.standIn);
    const [before] = itemsOf(connector, await recordsOf(connector));
    expect([before?.state, before?.events.map(brief)]).toEqual(["open", [["opened", null]]]);
    const [after] = itemsOf(connector, await recordsOf(connector));
    expect(after?.events.at(-1)).toMatchObject({ type: "closed", detail: "completed" });
  });

  it("of an issue deleted meanwhile is empty, and the walk goes on", async () => {
    let isThere = true;
    const world = await slowHistories(3, ({ standIn }) => {
      if (isThere) standIn.deleteIssue(fullName, 2);
      isThere = false;
    });
    expect(await recordsOf(connect(world.standIn).connector)).toHaveLength(3);
    expect(isThere).toBe(false);
  });

  it.each(["unauthorized", "not_found"] as const)(
    "by the loss of the token's rights (%s) ends the walk and says so",
    async (kind) => {
      const world = await livelyStandIn(3);
      world.standIn.setFault({ kind, skip: 1 });
      const walk = pagesOf(connect(world.standIn, { token }).connector);
      await expect(walk).rejects.toMatchObject({ reason: kind });
    },
  );
});

describe("GraphQL's own trouble", () => {
  it("with a large question is answered by smaller ones", async () => {
    const world = await livelyStandIn(40);
    live(world, 2);
    world.standIn.setFault({ kind: "graphql_trouble", on: "graphql", times: 2 });
    const { connector } = connect(world.standIn, { token });
    const items = itemsOf(connector, await recordsOf(connector));
    expect(items[1]?.events.map(brief)).toEqual(lived);
    const asked = world.standIn.requests.slice(1).map(({ body }) => JSON.parse(body).variables.ids);
    expect(asked.map(({ length }) => length)).toEqual([40, 20, 10, 10, 20]);
  });

  it("with the rate limit is waited for as long as it says", async () => {
    const world = await livelyStandIn(3);
    world.standIn.setFault({ kind: "graphql_rate_limited", seconds: 20, on: "graphql", times: 1 });
    const { connector, sleeps } = connect(world.standIn, { token, now: world.now });
    expect(await recordsOf(connector)).toHaveLength(3);
    expect(sleeps).toEqual([21_000]);
  });

  it.each(["truncated", "html"] as const)("an answer that is %s ends the walk", async (kind) => {
    const world = await livelyStandIn(3);
    world.standIn.setFault({ kind, on: "graphql" });
    const walk = pagesOf(connect(world.standIn, { token }).connector);
    await expect(walk).rejects.toMatchObject({ reason: "malformed" });
  });

  it("never takes the token to another host", async () => {
    const other = await startStandIn();
    const world = await livelyStandIn(3);
    const location = `${other.url}/graphql`;
    world.standIn.setFault({ kind: "redirect", location, on: "graphql" });
    const walk = pagesOf(connect(world.standIn, { token }).connector);
    await expect(walk).rejects.toMatchObject({ reason: "host_not_allowed" });
    expect(other.requests).toEqual([]);
  });
});
