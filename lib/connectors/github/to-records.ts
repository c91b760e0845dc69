import type { RawRecord } from "@/lib/connectors/connector";
import type { CountMode } from "@/lib/domain/source";
import type { GithubIssueRecord } from "./api-types";
import type { HistoryReader } from "./history-reader";
import { isPullRequest, toRawRecord } from "./record";
import type { Asking } from "./request";

/** Records as they came, with the histories of those that count. */
export type ToRecords = (issues: GithubIssueRecord[], asking: Asking) => Promise<RawRecord[]>;

export function createToRecords(readHistories: HistoryReader, count: CountMode): ToRecords {
  return async (issues, asking) => {
    const counted = issues.filter((issue) => count !== "issues" || !isPullRequest(issue));
    const histories =
      counted.length === 0 ? new Map<number, null>() : await readHistories(counted, asking);
    return issues.map((issue) => toRawRecord(issue, histories.get(issue.id) ?? null));
  };
}
