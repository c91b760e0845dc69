import { describe, expect, it } from "vitest";
import type { StandInLabel, StandInOptions, StandInRepository } from "../../upstream/types";
import { connect, fullName, never, plainRepository, startStandIn } from "./connector-harness";

function repositoryOf(labelCount: number): StandInRepository {
  const labels = Array.from({ length: labelCount }, (_, index): StandInLabel => {
    return { id: index, node_id: `L${index}`, name: `label ${index}`, color: "ededed" };
  });
  const types = [
    { id: 1, name: "Bug" },
    { id: 2, name: "Task" },
  ];
  return { ...plainRepository(3), labels, types };
}

async function open(labelCount: number, options: Partial<StandInOptions> = {}) {
  const standIn = await startStandIn({ repositories: [repositoryOf(labelCount)], ...options });
  const { connector } = connect(standIn);
  const look = () => connector.fingerprint?.(never);
  const statuses = () => standIn.requests.splice(0).map(({ status }) => status);
  return { standIn, look, statuses };
}

describe("the fingerprint", () => {
  it("stays as it is while nothing is renamed, whatever happens to the issues", async () => {
    const { standIn, look } = await open(5);
    const before = await look();
    standIn.relabelIssue(fullName, 1, ["label 1"]);
    standIn.closeIssue(fullName, 2);
    expect(await look()).toBe(before);
    expect(before).toMatch(/^[\w-]{20,}$/);
  });

  it("is another once a label or a type is renamed, which no issue tells", async () => {
    const { standIn, look } = await open(5);
    const before = await look();
    standIn.renameLabel(fullName, "label 3", "tech debt");
    const between = await look();
    standIn.renameType(fullName, "Task", "Chore");
    expect(new Set([before, between, await look()]).size).toBe(3);
  });

  it("is the same for a process that knows nothing yet", async () => {
    const { standIn, look } = await open(130);
    await look();
    expect(await connect(standIn).connector.fingerprint?.(never)).toBe(await look());
  });

  it("of labels whose pages never end fails rather than spending the whole rate limit", async () => {
    const { standIn, look, statuses } = await open(5);
    standIn.setFault({ kind: "endless_pages", on: "labels" });
    await expect(look()).rejects.toMatchObject({ reason: "malformed" });
    expect(statuses().length).toBeLessThan(6);
  });

  it("costs no quota while nothing changes", async () => {
    const { look, statuses } = await open(5);
    await look();
    expect(statuses()).toEqual([200, 200]);
    await look();
    expect(statuses()).toEqual([304, 304]);
  });

  it("of many labels takes two requests a time and finds a new name within a round", async () => {
    const { standIn, look, statuses } = await open(350, { rateLimit: 5000 });
    const before = await look();
    expect(statuses()).toHaveLength(5);
    standIn.renameLabel(fullName, "label 349", "tech debt");
    const rounds = [];
    for (let turn = 0; turn < 3; turn += 1) {
      rounds.push(await look());
      expect(statuses()).toHaveLength(2);
    }
    expect(rounds.filter((round) => round !== before)).not.toEqual([]);
  });

  it("follows a list that grows by a page", async () => {
    const { standIn, look } = await open(100);
    const before = await look();
    standIn.addIssue(fullName, { labels: ["one more"] });
    const grown = await look();
    expect(grown).not.toBe(before);
    standIn.renameLabel(fullName, "one more", "another");
    const seen = [await look(), await look()];
    expect(seen.some((fingerprint) => fingerprint !== grown)).toBe(true);
  });

  it("is unknown where the labels may not be seen, and the walk says why", async () => {
    const { standIn, look } = await open(5);
    standIn.setFault({ kind: "not_found", on: "labels" });
    expect(await look()).toBeNull();
  });

  it("rejects where the server fails, and does not take that for a change", async () => {
    const { standIn, look } = await open(5);
    const before = await look();
    standIn.setFault({ kind: "html", on: "labels", times: 1 });
    standIn.renameLabel(fullName, "label 3", "label three");
    await expect(look()).rejects.toMatchObject({ reason: "malformed" });
    standIn.renameLabel(fullName, "label three", "label 3");
    expect(await look()).toBe(before);
  });
});
