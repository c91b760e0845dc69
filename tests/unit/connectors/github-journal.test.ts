import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mapGithubIssue } from "@/lib/connectors/github/mapper";
import type { ItemEventType, WorkItem } from "@/lib/domain/work-item";
import { answerGraphql } from "../../upstream/graphql-answer.mjs";
import { createIssueStore } from "../../upstream/issue-store.mjs";
import { fullName, place } from "./connector-harness";

/** What an issue shows at one instant. */
type Shown = Pick<WorkItem, "state" | "title" | "type" | "milestone"> & { labels: string };

const names = fc.constantFrom("bug", "ui", "tech debt");
const edits = fc.record({
  afterSeconds: fc.integer({ min: 0, max: 3 }),
  edit: fc.oneof(
    fc.record({ labels: fc.uniqueArray(names) }),
    fc.record({ title: fc.constantFrom("Pay", "feat: pay") }),
    fc.record({ type: fc.constantFrom({ name: "Bug" }, { name: "Task" }, null) }),
    fc.record({ milestone: fc.constantFrom({ title: "Spring" }, null) }),
    fc.record({ closeAs: fc.constantFrom("completed", "not_planned", "duplicate") }),
    fc.constant({ reopen: true }),
  ),
});
type Edit = { afterSeconds: number; edit: object };

/** Lives through the edits; returns what was shown at the end of each second, and the raw records. */
function liveThrough(all: Edit[]) {
  let nowMs = Date.parse("2025-01-01T00:00:00Z");
  const store = createIssueStore([{ ...place, issues: [] }], () => new Date(nowMs));
  const issue = store.addIssue(fullName, { title: "Pay", labels: [{ name: "bug" }] });
  const shown = new Map<number, Shown>();
  for (const { afterSeconds, edit } of [{ afterSeconds: 0, edit: {} }, ...all]) {
    nowMs += afterSeconds * 1000;
    apply(store, edit);
    shown.set(nowMs, {
      state: issue.state,
      title: issue.title,
      type: issue.type?.name ?? null,
      milestone: issue.milestone?.title ?? null,
      labels: issue.labels
        .map((label) => (typeof label === "string" ? label : label.name))
        .sort()
        .join("\n"),
    });
  }
  const rest = store.find(fullName)?.timelines.get(1) ?? [];
  return { issue, shown, events: { rest, graphql: byGraphql(store) } };
}

function apply(store: ReturnType<typeof createIssueStore>, edit: object) {
  if ("labels" in edit) store.relabelIssue(fullName, 1, z.array(z.string()).parse(edit.labels));
  else if ("closeAs" in edit) store.closeIssue(fullName, 1, z.string().parse(edit.closeAs));
  else if ("reopen" in edit) store.reopenIssue(fullName, 1);
  else if (Object.keys(edit).length > 0) store.editIssue(fullName, 1, edit);
}

function byGraphql(store: ReturnType<typeof createIssueStore>): unknown[] {
  const id = store.find(fullName)?.issues[0]?.node_id ?? "";
  const answer = answerGraphql(
    store.all(),
    JSON.stringify({ query: "", variables: { ids: [id] } }),
  );
  const node = z.object({ timelineItems: z.object({ nodes: z.array(z.unknown()) }) });
  const nodes = z.object({ data: z.object({ nodes: z.array(node) }) }).parse(answer.body)
    .data.nodes;
  return nodes[0]?.timelineItems.nodes ?? [];
}

/** What the journal says was shown at an instant. */
function replayed(item: WorkItem, atMs: number): Shown {
  const known = item.events.filter(({ at }) => at.getTime() <= atMs);
  const told = (type: ItemEventType, now: string | null) => {
    const last = known.findLast((event) => event.type === type);
    return last === undefined ? now : last.detail;
  };
  const passage = known.findLast(({ type }) => type === "closed" || type === "reopened");
  return {
    state: passage?.type === "closed" ? "closed" : "open",
    title: told("retitled", item.title) ?? "",
    type: told("retyped", item.type),
    milestone: told("milestoned", item.milestone),
    labels: told("relabelled", item.labels.toSorted().join("\n")) ?? "",
  };
}

describe("the journal of an issue", () => {
  it.each(["rest", "graphql"] as const)(
    "read by %s replays to what was shown at the end of every second of its life",
    (way) => {
      fc.assert(
        fc.property(fc.array(edits, { maxLength: 25 }), (all) => {
          const { issue, shown, events } = liveThrough(all);
          const payload = { issue, events: events[way] };
          const mapped = mapGithubIssue(payload, { repository: place, count: "issues" });
          if (mapped.outcome !== "item") throw new Error(mapped.why);
          for (const [atMs, truth] of shown) expect(replayed(mapped.item, atMs)).toEqual(truth);
        }),
        { numRuns: 500 },
      );
    },
  );
});
