import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { bucketsOf, dayBefore, dayOf } from "@/lib/balance/calendar";
import { loadTextModel, type TextModel } from "@/lib/classify/model/text-model";
import { resolutionOfClosed } from "@/lib/connectors/jira/resolution";
import type { BalanceCell } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { weeklyHistory } from "@/lib/forecast/history";
import type { HistoryWeek } from "@/lib/forecast/history-week";
import { readRecordedSite } from "@/tests/upstream/jira-recorded.mjs";
import type { JiraStandInIssue } from "@/tests/upstream/jira-types";
import { readRecordedFolder } from "@/tests/upstream/recorded-folder.mjs";
import type { StandInEvent, StandInIssue } from "@/tests/upstream/types";
import { classifyLine } from "../classifier/classify-line";
import { weightsFile } from "../classifier/weights-file-path";

/** `group`: those whose figures may be added up, since no item is in two of them. */
export type Recorded = { group: string; name: string; history: HistoryWeek[] };

/** An item as far as a forecast knows it: when it entered the open stock and when it left it. */
type Life = { category: CategoryOrNone; kind: string | null; moves: { at: Date; by: 1 | -1 }[] };
type Text = { title: string; body: string | null; labels: unknown[]; type: string | null };

const jiraKeys = ["ALOY", "MOD", "DAEMON"];

/**
 * The weekly histories of the recorded repositories, with and without their pull requests, and of the
 * recorded projects, each alone and all as one product. Null where the recordings are absent.
 */
export function recordedHistories(root: string): Recorded[] | null {
  const folder = path.join(root, "../shared/recorded");
  if (!existsSync(folder)) return null;
  const model = loadTextModel(readFileSync(path.join(root, weightsFile)));
  return [
    ...githubHistories(folder, "issues", model),
    ...githubHistories(folder, "issues and pull requests", model),
    ...jiraHistories(folder, model),
  ];
}

function githubHistories(
  folder: string,
  count: "issues" | "issues and pull requests",
  model: TextModel,
): Recorded[] {
  const repositories = readRecordedFolder(path.join(folder, "github"));
  return repositories.map(({ owner, name, issues, events }) => {
    const counted = issues.filter((issue) => count !== "issues" || !issue.pull_request);
    const lives = counted.map((issue) => githubLife(issue, events?.[issue.number] ?? [], model));
    return { group: `GitHub, ${count}`, name: `${owner}/${name}`, history: historyOf(lives) };
  });
}

function jiraHistories(folder: string, model: TextModel): Recorded[] {
  const { projects, statuses } = readRecordedSite(path.join(folder, "jira/appcelerator"), jiraKeys);
  const done = new Set(statuses.flatMap(({ name, category }) => (category === "done" ? name : [])));
  const lived = projects.map(({ key, issues }) => ({
    name: key,
    lives: issues.map((issue) => jiraLife(issue, done.has(issue.status), model)),
  }));
  const all = lived.flatMap(({ lives }) => lives);
  return [
    ...lived.map(({ name, lives }) => ({
      ...{ group: "Jira, each project", name, history: historyOf(lives) },
    })),
    { group: "Jira, all projects as one", name: jiraKeys.join(" + "), history: historyOf(all) },
  ];
}

function githubLife(issue: StandInIssue, events: readonly StandInEvent[], model: TextModel): Life {
  const { title, body, labels, type, created_at, closed_at, state, state_reason } = issue;
  const isUnmerged = issue.pull_request !== undefined && !isMerged(issue.pull_request);
  const isDropped =
    state === "closed" && (isUnmerged || ["not_planned", "duplicate"].includes(state_reason ?? ""));
  const turns = events.filter(({ event }) => event === "closed" || event === "reopened");
  const moves: Life["moves"] = [{ at: new Date(created_at), by: 1 }];
  for (const { event, created_at: at } of turns) {
    const by = event === "closed" ? -1 : 1;
    if (moves.at(-1)?.by !== by) moves.push({ at: new Date(at), by });
  }
  if (closed_at !== null && moves.at(-1)?.by === 1) moves.push({ at: new Date(closed_at), by: -1 });
  return {
    ...answerTo({ title, body, labels, type: type?.name ?? null }, isDropped, model),
    moves,
  };
}

/** Plain issues have none. */
function isMerged(pullRequest: unknown): boolean {
  return Object.entries(pullRequest ?? {}).some(
    ([name, at]) => name === "merged_at" && at !== null,
  );
}

/** The recording has no changelogs: nothing is known to have been reopened. */
function jiraLife(issue: JiraStandInIssue, isDone: boolean, model: TextModel): Life {
  const { summary, description, labels, type, status, resolution } = issue;
  const ending = isDone ? resolutionOfClosed({ resolution, status }, {}) : null;
  const isDropped = ending === "not_planned" || ending === "duplicate";
  const closedAt = isDone ? (issue.resolutiondate ?? issue.updated) : null;
  return {
    ...answerTo({ title: summary, body: description, labels, type }, isDropped, model),
    moves: [
      { at: new Date(issue.created), by: 1 },
      ...(closedAt === null ? [] : [{ at: new Date(closedAt), by: -1 as const }]),
    ],
  };
}

/** As the product classifies: by the default rules, and by the text where the model is sure. */
function answerTo(item: Text, isDropped: boolean, model: TextModel): Omit<Life, "moves"> {
  if (isDropped) return { category: "excluded", kind: "wont_do" };
  const options = { textOnly: false, threshold: model.threshold };
  const { category, kind } = JSON.parse(classifyLine(JSON.stringify(item), model, options));
  return { category: category ?? "unclassified", kind: kind ?? null };
}

/** Up to the last week in which anything is recorded. */
function historyOf(lives: readonly Life[]): HistoryWeek[] {
  const all = lives.flatMap(({ moves }) => moves.map(({ at }) => at.getTime()));
  const [first, last] = [Math.min(...all), Math.max(...all)].map((at) =>
    dayOf(new Date(at), "UTC"),
  );
  if (first === undefined || last === undefined) return [];
  const calendar = { bucket: "week", weekStart: "monday", timeZone: "UTC" } as const;
  const now = new Date(`${last}T12:00:00Z`);
  const buckets = bucketsOf({ ...calendar, from: dayBefore(first), to: last, now });
  const cell = ({ category, kind }: Life, at: Date, amount: number): BalanceCell => {
    const day = dayOf(at, "UTC");
    const bucket = buckets.findLastIndex(({ start }) => start <= day);
    return { bucket, category, kind, amount, unestimated: 0, contested: 0 };
  };
  return weeklyHistory({
    buckets,
    opened: lives.flatMap((life) => life.moves.slice(0, 1).map(({ at }) => cell(life, at, 1))),
    open: lives.flatMap((life) => life.moves.map(({ at, by }) => cell(life, at, by))),
  });
}
