import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "@/lib/connectors/sample/history/random";
import { manyIssues } from "@/tests/e2e/setup/many-issues";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";

const pageSize = 20;
const pages = 30;
/** Of the two syncs, the incremental one reads fewer: 440 issues. */
const fewestPages = 22;
const name = "acme/warehouse";

/** A started GitHub of thirty small pages; no history is read at its limit: a page is a request. */
export async function openWarehouse(): Promise<GithubStandIn> {
  const standIn = createGithubStandIn({
    repositories: [manyIssues(pages * pageSize)],
    pageLimit: pageSize,
    delayMs: 10,
    rateLimit: 999,
  });
  await standIn.start();
  return standIn;
}

/** What an incremental sync then has to find: edits over all pages, and new issues. */
export function editWarehouse(standIn: GithubStandIn): void {
  for (const { number } of standIn.issuesOf(name)) {
    // Labels that are there already: another name would make it a walk over everything.
    if (number % 3 === 0) standIn.relabelIssue(name, number, ["tech debt"]);
    if (number % 3 === 1) standIn.editIssue(name, number, { title: `Edited ${number}` });
  }
  for (let left = 2 * pageSize; left > 0; left--) standIn.addIssue(name);
}

type Search = {
  random: Random;
  since: number;
  killed: number;
  hasEnded: () => Promise<boolean>;
};

/**
 * Waits for a random point of what a sync, begun `since` so many requests, still has to do: some
 * requests on, and then somewhere in what follows. False where it ended before.
 */
export async function randomPoint(
  standIn: GithubStandIn,
  { random, since, killed, hasEnded }: Search,
): Promise<boolean> {
  const pagesAsked = standIn.requests.slice(since).filter(({ url }) => url.includes("=asc"));
  const left = Math.max(fewestPages - pagesAsked.length, 1);
  // A second request means that a page was stored: what never stores anything is given up.
  const fewest = 1 + (killed % 2);
  const at = standIn.requests.length + fewest + Math.floor(random.next() * left);
  const laterMs = random.next() * 40;
  while (standIn.requests.length < at) {
    if (await hasEnded()) return false;
    await sleep(2);
  }
  await sleep(laterMs);
  return !(await hasEnded());
}
