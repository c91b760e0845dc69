import { siteOf } from "@/tests/upstream/jira-small-site.mjs";
import { plainIssue } from "@/tests/upstream/jira-store.mjs";
import type {
  JiraStandInIssue,
  JiraStandInSite,
  JiraStandInSprint,
} from "@/tests/upstream/jira-types";

const dayMs = 86_400_000;
const kinds: Partial<JiraStandInIssue>[] = [
  { type: "Bug", summary: "Card is charged twice" },
  { labels: ["feature"], summary: "Pay by bank transfer" },
  { labels: ["tech-debt"], summary: "One ledger instead of two" },
  { summary: "Look into the slow Tuesday" },
];

/**
 * The project PAY with 24 issues of every category, one a week, two of three resolved in 2024, every
 * second one after two days in progress. Two weeks are a sprint, which ends on a Friday.
 */
export function paymentsSite(): JiraStandInSite {
  return siteOf(Array.from({ length: 24 }, (_, index) => issueAt(index)));
}

function issueAt(index: number): JiraStandInIssue {
  const at = new Date(Date.UTC(2024, 0, 8) + index * 7 * dayMs);
  const done = new Date(at.getTime() + 3 * dayMs).toISOString();
  const issue = plainIssue({ id: 30_001 + index, key: `PAY-${index + 1}`, at });
  return {
    ...issue,
    ...kinds[index % kinds.length],
    sprints: [sprintAt(Math.floor(index / 2))],
    ...(index % 3 < 2 && resolvedAt(done, index)),
  };
}

function sprintAt(index: number): JiraStandInSprint {
  const start = Date.UTC(2024, 0, 8, 9) + index * 14 * dayMs;
  const endDate = new Date(start + 11 * dayMs).toISOString();
  return {
    ...{ id: 700 + index, name: `Sprint ${index + 1}`, state: "closed" },
    ...{ startDate: new Date(start).toISOString(), endDate, completeDate: endDate },
  };
}

function resolvedAt(done: string, index: number): Partial<JiraStandInIssue> {
  const open = { id: "1", name: "Open" };
  const busy = { id: "3", name: "In Progress" };
  const resolved = { id: "5", name: "Resolved" };
  const move = (from: typeof open, to: typeof open) => ({
    ...{ field: "status", from: from.id, fromString: from.name, to: to.id, toString: to.name },
  });
  const begun = new Date(Date.parse(done) - 2 * dayMs).toISOString();
  const histories =
    index % 2 === 0
      ? [
          { id: String(800_001 + index), created: begun, items: [move(open, busy)] },
          { id: String(900_001 + index), created: done, items: [move(busy, resolved)] },
        ]
      : [{ id: String(900_001 + index), created: done, items: [move(open, resolved)] }];
  return {
    status: "Resolved",
    resolution: "Done",
    resolutiondate: done,
    updated: done,
    histories,
  };
}
