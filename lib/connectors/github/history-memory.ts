import type { ConnectorIo } from "@/lib/connectors/connector";
import type { GithubIssueRecord } from "./api-types";
import type { GithubClient } from "./client";
import type { HistoryReader } from "./history-reader";
import { type GithubMemory, memoryOf } from "./memory";

/** `recall` answers from memory what it can; `renew` reads everything again. */
export type RememberedHistories = { recall: HistoryReader; renew: HistoryReader };

/**
 * Recent histories, so that the minutes by which one incremental walk overlaps the last do not cost
 * a request each time. Every change of an issue but a label's new name moves its `updated_at`.
 */
export function rememberHistories(
  read: HistoryReader,
  client: GithubClient,
  place: { io: ConnectorIo; apiUrl: string },
): RememberedHistories {
  const memory = memoryOf(place.io).histories;
  const keyOf = ({ id, updated_at }: GithubIssueRecord) => `${place.apiUrl} ${id} ${updated_at}`;
  const renew: HistoryReader = async (issues, asking) => {
    if (issues.length === 0) return new Map();
    const { serverTime } = client.told();
    const found = await read(issues, asking);
    for (const issue of issues) {
      const events = found.get(issue.id);
      if (events && isSettled(issue, serverTime)) memory.set(keyOf(issue), events);
    }
    forgetOldest(memory);
    return found;
  };
  const recall: HistoryReader = async (issues, asking) => {
    const known = issues.flatMap((issue) => {
      const events = memory.get(keyOf(issue));
      return events === undefined ? [] : [[issue.id, events] as const];
    });
    const ids = new Set(known.map(([id]) => id));
    const rest = issues.filter(({ id }) => !ids.has(id));
    return new Map([...known, ...(await renew(rest, asking))]);
  };
  return { recall, renew };
}

/** Recent, and listed after the second it was last updated in was over: nothing can be added. */
function isSettled({ updated_at }: GithubIssueRecord, serverTime: Date | null): boolean {
  if (serverTime === null || typeof updated_at !== "string") return false;
  const ageMs = serverTime.getTime() - Date.parse(updated_at);
  return ageMs >= 2000 && ageMs < 3_600_000;
}

const mostRemembered = 1000;

function forgetOldest(memory: GithubMemory["histories"]): void {
  for (const key of memory.keys()) {
    if (memory.size <= mostRemembered) return;
    memory.delete(key);
  }
}
