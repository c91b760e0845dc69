import { describe, expect, it } from "vitest";
import type { StandInOptions } from "../../upstream/types";
import {
  connect,
  fullName,
  pagesOf,
  plainRepository,
  recordsOf,
  startStandIn,
} from "./connector-harness";
import { brief, itemsOf, type Lively, live, lived, livelyStandIn, token } from "./lively-stand-in";

function lastIds({ standIn }: Lively): string[] {
  const query = standIn.requests.findLast(({ url }) => url === "/graphql");
  return JSON.parse(query?.body ?? "{}").variables?.ids ?? [];
}

describe("a history", () => {
  const ways: [string, Partial<StandInOptions>, string | null, string[]][] = [
    ["GraphQL", {}, token, ["issues", "graphql"]],
    [
      "REST where there is no GraphQL",
      { hasGraphql: false },
      token,
      ["issues", "graphql", "issues", ...Array(3).fill("issues/N/timeline")],
    ],
    ["REST without a token", {}, null, ["issues", "issues", ...Array(3).fill("issues/N/timeline")]],
  ];

  it.each(ways)("read by %s tells all that happened", async (_way, options, ownToken, asked) => {
    const world = await livelyStandIn(3, options);
    live(world, 2);
    const { connector } = connect(world.standIn, { token: ownToken, now: world.now });
    const items = itemsOf(connector, await recordsOf(connector));
    expect(items[1]?.events.map(brief)).toEqual(lived);
    expect(items[0]?.events.map(brief)).toEqual([["opened", null]]);
    expect(world.targets()).toEqual(asked);
  });

  it("is the same by GraphQL and by REST, also past a hundred events", async () => {
    const world = await livelyStandIn(60);
    for (let turn = 0; turn < 120; turn += 1) {
      world.pass();
      world.standIn.relabelIssue(fullName, 5, turn % 2 === 0 ? ["bug"] : ["ui"]);
    }
    live(world, 9);
    const [byGraphql, byRest] = [token, null].map((own) => connect(world.standIn, { token: own }));
    if (byGraphql === undefined || byRest === undefined) throw new Error("Two were made.");
    const items = itemsOf(byGraphql.connector, await recordsOf(byGraphql.connector));
    expect(items[4]?.events.length).toBeGreaterThan(100);
    expect(world.targets().filter((target) => target === "graphql")).toHaveLength(4);
    expect(items).toEqual(itemsOf(byRest.connector, await recordsOf(byRest.connector)));
  });

  it("is kept as it came beside the record, comments and mentions left out", async () => {
    const events = [
      { event: "commented", created_at: "2024-01-02T00:00:00Z", body: "Me too" },
      { event: "closed", created_at: "2024-01-03T00:00:00Z", actor: { login: "ada" }, odd: [1] },
    ];
    const repository = { ...plainRepository(1), events: { 1: events } };
    const standIn = await startStandIn({ repositories: [repository], rateLimit: 5000 });
    const [record] = await recordsOf(connect(standIn).connector);
    expect(record?.payload).toEqual({ issue: standIn.issuesOf(fullName)[0], events: [events[1]] });
  });

  it("is not asked for where requests are few: the record tells what it can", async () => {
    const world = await livelyStandIn(3, { rateLimit: 60 });
    world.standIn.closeIssue(fullName, 2);
    const { connector } = connect(world.standIn);
    const [, second] = itemsOf(connector, await recordsOf(connector));
    expect(second?.events.map(({ type }) => type)).toEqual(["opened", "closed"]);
    expect(world.targets()).toEqual(["issues"]);
  });

  it("is done without on a server that has no timelines, asking no more than it takes to know", async () => {
    const world = await livelyStandIn(130, { hasTimelines: false, hasGraphql: false });
    const { connector } = connect(world.standIn, { token });
    expect(await recordsOf(connector)).toHaveLength(130);
    expect(world.targets().filter((target) => target === "issues")).toHaveLength(3);
    expect(world.targets().length).toBeLessThanOrEqual(3 + 1 + 2 * 5);
  });

  it("is done without on a server that has lists and nothing else", async () => {
    const world = await livelyStandIn(130, { hasTimelines: false, hasGraphql: false });
    world.standIn.setFault({ kind: "not_found", on: "issue" });
    const { connector } = connect(world.standIn, { token });
    expect(await recordsOf(connector)).toHaveLength(130);
    expect(world.targets().filter((target) => target === "issues")).toHaveLength(3);
    expect(world.targets().length).toBeLessThanOrEqual(3 + 1 + 3 * 5);
  });

  it("of a pull request is read only where it counts", async () => {
    const pull = { pull_request: { merged_at: null } };
    const world = await livelyStandIn(2);
    world.standIn.addIssue(fullName, pull);
    await recordsOf(connect(world.standIn, { token }).connector);
    expect(lastIds(world)).toEqual(["ISSUE_1", "ISSUE_2"]);
    await recordsOf(connect(world.standIn, { token, count: "issues_and_pulls" }).connector);
    expect(lastIds(world)).toHaveLength(3);
  });
});

describe("histories that cost a request each", () => {
  const withoutGraphql = { hasGraphql: false, rateLimit: 1000 };
  const timelines = ({ targets }: Lively) =>
    targets().filter((target) => target === "issues/N/timeline").length;

  it("are read where a fifth of the hour's requests covers the whole repository", async () => {
    const world = await livelyStandIn(200, withoutGraphql);
    await recordsOf(connect(world.standIn, { token }).connector);
    expect(timelines(world)).toBe(200);
  });

  it("are all left out where it does not, and the walk costs its pages and little more", async () => {
    const world = await livelyStandIn(201, withoutGraphql);
    world.standIn.closeIssue(fullName, 1);
    const { connector } = connect(world.standIn, { token });
    const [first] = itemsOf(connector, await recordsOf(connector));
    expect(first?.events.map(({ type }) => type)).toEqual(["opened", "closed"]);
    expect(world.targets().sort()).toEqual([...["graphql"], ...Array(4).fill("issues")]);
  });

  it("are decided on alike by a walk that another process goes on with", async () => {
    const world = await livelyStandIn(201, withoutGraphql);
    const [page] = await pagesOf(connect(world.standIn, { token }).connector);
    const checkpoint = page?.next ?? null;
    const rest = await recordsOf(connect(world.standIn, { token }).connector, { checkpoint });
    expect(rest).toHaveLength(101);
    expect(timelines(world)).toBe(0);
  });

  it("do not become affordable by having no node ids to ask GraphQL with", async () => {
    const standIn = await startStandIn({ repositories: [plainRepository(201)], rateLimit: 1000 });
    await recordsOf(connect(standIn, { token }).connector);
    expect(standIn.requests.filter(({ url }) => /timeline|graphql/.test(url))).toEqual([]);
  });

  it("are read from a server that tells no limit, up to a number of records", async () => {
    const world = await livelyStandIn(30, {
      hasGraphql: false,
      rateLimit: Number.POSITIVE_INFINITY,
    });
    await recordsOf(connect(world.standIn, { token }).connector);
    expect(timelines(world)).toBe(30);
  });

  it("are not what a walk falls back to once GraphQL has answered: it ends and says why", async () => {
    const world = await livelyStandIn(60);
    world.standIn.setFault({ kind: "not_found", on: "graphql", skip: 1 });
    const walk = pagesOf(connect(world.standIn, { token }).connector);
    await expect(walk).rejects.toMatchObject({ reason: "not_found" });
  });
});
