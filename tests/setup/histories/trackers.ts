import { githubUpstream } from "./github-upstream";
import { jiraUpstream } from "./jira-upstream";
import type { Clock, Upstream } from "./upstream";

export const trackers = { github: githubUpstream, jira: jiraUpstream } satisfies Record<
  string,
  (seed: number, now: Clock) => Upstream
>;

export type Tracker = keyof typeof trackers;
