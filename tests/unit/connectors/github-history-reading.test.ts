import { describe, expect, it } from "vitest";
import type { Connector, RawRecord } from "@/lib/connectors/connector";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";
import type { StandInOptions, StandInRepository } from "../../upstream/types";
import {
  connect,
  fullName,
  never,
  pagesOf,
  plainRepository,
  recordsOf,
  startStandIn,
} from "./connector-harness";

const token = "token-with-all-rights";

/** Plain issues with the node ids that GraphQL asks by. */
function repositoryOf(count: number): StandInRepository {
  const { issues, ...rest } = plainRepository(count);
  const withIds = issues.map((issue) => ({ ...issue, node_id: `ISSUE_${issue.number}` }));
  return { ...rest, issues: withIds };
}

/** A stand-in whose clock moves on by a minute with each edit, from 2025 on. */
async function livelyStandIn(count: number, options: Partial<StandInOptions> = {}) {
  let nowMs = Date.parse("2025-01-01T00:00:00Z");
  const now = () => new Date(nowMs);
  const repositories = [repositoryOf(count)];
  const standIn = await startStandIn({ repositories, rateLimit: 5000, now, ...options });
  const pass = (seconds = 60) => {
    nowMs += seconds * 1000;
  };
  const targets = () => standIn.requests.map(({ method, url }) => targetOf(method, url));
  return { standIn, now, pass, targets };
}

function targetOf(method: string, url: string): string {
  if (method === "POST") return url.replace("/", "");
  const [path = ""] = url.split("?");
  return path.replace(/^\/(?:repos\/acme\/shop|repositories\/\d+)\//, "").replace(/\d+/, "N");
}

type Lively = Awaited<ReturnType<typeof livelyStandIn>>;

/** Closed, reopened and closed again, relabelled, renamed, typed and put under a milestone. */
function live({ standIn, pass }: Lively, number: number) {
  const steps = [
    () => standIn.relabelIssue(fullName, number, ["bug"]),
    () => standIn.closeIssue(fullName, number, "not_planned"),
    () => standIn.reopenIssue(fullName, number),
    () => standIn.editIssue(fullName, number, { title: "feat: renamed", type: { name: "Bug" } }),
    () => standIn.relabelIssue(fullName, number, ["bug", "ui"]),
    () => standIn.editIssue(fullName, number, { milestone: { title: "Spring" } }),
    () => standIn.closeIssue(fullName, number, "completed"),
  ];
  for (const step of steps) {
    pass();
    step();
  }
  pass();
}

function itemsOf(connector: Connector, records: RawRecord[]): WorkItem[] {
  return records.flatMap(({ payload }) => {
    const mapped = connector.map(payload);
    return mapped.outcome === "item" ? [mapped.item] : [];
  });
}

const brief = ({ type, detail }: ItemEvent) => [type, detail];

const lived = [
  ["opened", null],
  ["relabelled", null],
  ["retitled", "Issue 2"],
  ["milestoned", null],
  ["retyped", null],
  ["relabelled", "bug"],
  ["closed", "not_planned"],
  ["reopened", null],
  ["retitled", "feat: renamed"],
  ["retyped", "Bug"],
  ["relabelled", "bug\nui"],
  ["milestoned", "Spring"],
  ["closed", "completed"],
];

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

function lastIds({ standIn }: Lively): string[] {
  const query = standIn.requests.findLast(({ url }) => url === "/graphql");
  return JSON.parse(query?.body ?? "{}").variables?.ids ?? [];
}

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
  it("agrees with the record as it was listed, and with the next sync's", async () => {
    const world = await livelyStandIn(3, { hasGraphql: false });
    const { connector } = connect(world.standIn);
    world.standIn.setFault({ kind: "slow", seconds: 0.3, on: "timeline", times: 1 });
    const walk = recordsOf(connector);
    await new Promise((resolve) => setTimeout(resolve, 100));
    live(world, 1);
    const [before] = itemsOf(connector, await walk);
    expect([before?.state, before?.events.map(brief)]).toEqual(["open", [["opened", null]]]);
    const [after] = itemsOf(connector, await recordsOf(connector));
    expect(after?.events.at(-1)).toMatchObject({ type: "closed", detail: "completed" });
  });

  it("of an issue deleted meanwhile is empty, and the walk goes on", async () => {
    const world = await livelyStandIn(3, { hasGraphql: false });
    const request = { since: null, checkpoint: null, signal: never };
    world.standIn.setFault({ kind: "slow", seconds: 0.3, on: "timeline", times: 3 });
    const walk = connect(world.standIn).connector.collect(request)[Symbol.asyncIterator]();
    const page = walk.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    world.standIn.deleteIssue(fullName, 2);
    expect((await page).value.records).toHaveLength(3);
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
