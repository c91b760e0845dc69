import { siteOf } from "@/tests/upstream/jira-small-site.mjs";
import { plainIssue } from "@/tests/upstream/jira-store.mjs";
import type { JiraStandInIssue, JiraStandInSite } from "@/tests/upstream/jira-types";

const dayMs = 86_400_000;
const kinds: Partial<JiraStandInIssue>[] = [
  { type: "Bug", summary: "Card is charged twice" },
  { labels: ["feature"], summary: "Pay by bank transfer" },
  { labels: ["tech-debt"], summary: "One ledger instead of two" },
  { summary: "Look into the slow Tuesday" },
];

/** The project PAY with 24 issues of every category, one a week, two of three resolved in 2024. */
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
    ...(index % 3 < 2 && resolvedAt(done, index)),
  };
}

function resolvedAt(done: string, index: number): Partial<JiraStandInIssue> {
  const move = { field: "status", from: "1", fromString: "Open", to: "5", toString: "Resolved" };
  return {
    status: "Resolved",
    resolution: "Done",
    resolutiondate: done,
    updated: done,
    histories: [{ id: String(900_001 + index), created: done, items: [move] }],
  };
}
