import { expect, it } from "vitest";
import type { Connector } from "@/lib/connectors/connector";
import { plainIssues, siteOf } from "../../upstream/jira-small-site.mjs";
import { recordsOf } from "./connector-harness";
import { connectJira, modes, startJira } from "./jira-harness";

async function itemsOf(connector: Connector) {
  return (await recordsOf(connector)).map(({ payload }) => {
    const mapped = connector.map(payload);
    if (mapped.outcome === "item") return mapped.item;
    throw new Error(`${mapped.outcome}: ${mapped.why}`);
  });
}

it.each(modes)("on %s the history is whole, past what is embedded and over pages", async (mode) => {
  let time = Date.UTC(2024, 5, 1);
  const now = () => {
    time += 60_000;
    return new Date(time);
  };
  const site = siteOf(plainIssues(3));
  const standIn = await startJira(mode, { site, now, changelogPage: 50 });
  const closedAt = new Date(standIn.moveToStatus("PAY-1", "Resolved", "Fixed").updated);
  for (let turn = 0; turn < 150; turn += 1) standIn.relabelIssue("PAY-1", [`label-${turn}`]);
  standIn.moveToStatus("PAY-2", "Closed", "Won't Fix");
  standIn.moveToStatus("PAY-2", "Open");
  const [first, second, third] = await itemsOf(connectJira(standIn).connector);
  expect(first).toMatchObject({ closedAt, resolution: "completed", state: "closed" });
  expect(first?.events.filter(({ type }) => type === "relabelled")).toHaveLength(151);
  expect(second?.events.map(({ type, detail }) => [type, detail])).toEqual([
    ["opened", null],
    ["status", "Open"],
    ["resolved", null],
    ["closed", "Won't Fix"],
    ["status", "Closed"],
    ["resolved", "Won't Fix"],
    ["reopened", "Open"],
    ["status", "Open"],
    ["resolved", null],
  ]);
  expect(third?.events).toHaveLength(1);
});

it.each(modes)(
  "on %s an issue that moved keeps its id and history under its new key",
  async (mode) => {
    const standIn = await startJira(mode, { site: siteOf(plainIssues(2)) });
    standIn.moveToStatus("PAY-1", "Closed", "Done");
    standIn.moveToProject("PAY-1", "OPS");
    const [item] = await itemsOf(connectJira(standIn, { scope: { project: "OPS" } }).connector);
    expect(item).toMatchObject({ externalId: "20001", key: "OPS-1", state: "closed" });
    expect(item?.events.some(({ type }) => type === "closed")).toBe(true);
  },
);

it("Cloud's histories cost one request a page of issues", async () => {
  const standIn = await startJira("cloud");
  await recordsOf(connectJira(standIn).connector);
  const bulk = standIn.requests.filter(({ url }) => url.includes("bulkfetch"));
  expect(bulk).toHaveLength(3);
});

it("a mapping with another points field needs no new download", async () => {
  const issues = plainIssues(1);
  const [issue] = issues;
  if (issue) issue.custom = { customfield_10016: 3, customfield_10028: 5 };
  const standIn = await startJira("cloud", { site: siteOf(issues) });
  const [record] = await recordsOf(connectJira(standIn).connector);
  const asked = standIn.requests.length;
  const mapped = ["customfield_10016", "customfield_10028", null].map((pointsField) =>
    connectJira(standIn, { pointsField }).connector.map(record?.payload),
  );
  expect(mapped.map((one) => one.outcome === "item" && one.item.points)).toEqual([3, 5, null]);
  expect(standIn.requests).toHaveLength(asked);
});
