import type { Connector, RawRecord } from "@/lib/connectors/connector";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";
import type { StandInOptions, StandInRepository } from "../../upstream/types";
import { fullName, plainRepository, startStandIn } from "./connector-harness";

export const token = "token-with-all-rights";

/** Plain issues with the node ids that GraphQL asks by. */
function repositoryOf(count: number): StandInRepository {
  const { issues, ...rest } = plainRepository(count);
  const withIds = issues.map((issue) => ({ ...issue, node_id: `ISSUE_${issue.number}` }));
  return { ...rest, issues: withIds };
}

/** A stand-in whose clock moves on by a minute with each edit, from 2025 on. */
export async function livelyStandIn(count: number, options: Partial<StandInOptions> = {}) {
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

export type Lively = Awaited<ReturnType<typeof livelyStandIn>>;

/** Closed, reopened and closed again, relabelled, renamed, typed and put under a milestone. */
export function live({ standIn, pass }: Lively, number: number) {
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

export function itemsOf(connector: Connector, records: RawRecord[]): WorkItem[] {
  return records.flatMap(({ payload }) => {
    const mapped = connector.map(payload);
    return mapped.outcome === "item" ? [mapped.item] : [];
  });
}

export const brief = ({ type, detail }: ItemEvent) => [type, detail];

export const lived = [
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
