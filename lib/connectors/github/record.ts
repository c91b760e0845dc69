import type { RawRecord } from "@/lib/connectors/connector";
import type { GithubIssueRecord } from "./api-types";

/** What is stored of one record: the record as it came, and its kept events as they came. */
export type GithubRecord = { issue: unknown; events: unknown[] | null };

/** `events` null: the history was not read, and the record is stored by itself. */
export function toRawRecord(issue: GithubIssueRecord, events: unknown[] | null): RawRecord {
  return { externalId: String(issue.id), payload: events === null ? issue : { issue, events } };
}

export function readRecord(payload: unknown): GithubRecord {
  const isObject = typeof payload === "object" && payload !== null;
  if (!isObject || !("issue" in payload && "events" in payload)) {
    return { issue: payload, events: null };
  }
  const { issue, events } = payload;
  return { issue, events: Array.isArray(events) ? events : null };
}

/** GitHub marks a pull request in the listing by this key alone. */
export function isPullRequest(issue: unknown): boolean {
  return (
    typeof issue === "object" &&
    issue !== null &&
    "pull_request" in issue &&
    issue.pull_request !== null
  );
}
