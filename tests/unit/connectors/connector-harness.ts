import { afterEach } from "vitest";
import type { CollectedPage, Connector, RawRecord } from "@/lib/connectors/connector";
import type { GithubAppCredential } from "@/lib/connectors/github/app-credential";
import { createGithubConnector } from "@/lib/connectors/github/connector";
import { createGuardedFetch } from "@/lib/connectors/http";
import type { CountMode } from "@/lib/domain/source";
import { createGithubStandIn } from "../../upstream/github-stand-in.mjs";
import type { StandInIssue, StandInOptions, StandInRepository } from "../../upstream/types";

const openThings: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const thing of openThings.splice(0)) await thing.close();
});

/** Closes it when the test ends. */
export function closing<T extends { close: () => Promise<void> }>(thing: T): T {
  openThings.push(thing);
  return thing;
}

export const place = { owner: "acme", name: "shop" };
export const fullName = "acme/shop";
export const never = new AbortController().signal;

/** A repository of `count` plain open issues, one a day. */
export function plainRepository(count: number): StandInRepository {
  const issues = Array.from({ length: count }, (_, index) => plainIssue(index + 1));
  return { ...place, issues };
}

function plainIssue(number: number): StandInIssue {
  const at = new Date(Date.UTC(2024, 0, number)).toISOString().replace(".000", "");
  return {
    id: 500_000 + number,
    number,
    title: `Issue ${number}`,
    body: null,
    state: "open",
    labels: [],
    html_url: `https://github.com/acme/shop/issues/${number}`,
    repository_url: "https://api.github.com/repos/acme/shop",
    created_at: at,
    updated_at: at,
    closed_at: null,
  };
}

/**
 * A started stand-in; without options, one with 250 plain issues: three pages. It allows as few
 * requests an hour as github.com without a token, so that records are read without their history.
 */
export async function startStandIn(options: Partial<StandInOptions> = {}) {
  const standIn = closing(
    createGithubStandIn({ repositories: [plainRepository(250)], rateLimit: 60, ...options }),
  );
  await standIn.start();
  return standIn;
}

type Connecting = {
  repository?: { owner: string; name: string };
  token?: string | null;
  app?: GithubAppCredential;
  count?: CountMode;
  timeoutMs?: number;
  maxRateLimitWaitMs?: number;
  retryBaseMs?: number;
  now?: () => Date;
};

/** The connector over the guarded network; `sleeps` collects what it slept instead of sleeping. */
export function connect(standIn: { url: string; host: string }, options: Connecting = {}) {
  const { timeoutMs = 60_000, now = () => new Date(), ...rest } = options;
  const network = closing(createGuardedFetch({ allowedHosts: [standIn.host], timeoutMs }));
  const sleeps: number[] = [];
  const sleep = async (ms: number) => {
    sleeps.push(ms);
  };
  const connector = createGithubConnector({
    repository: place,
    apiUrl: standIn.url,
    token: null,
    count: "issues",
    retryBaseMs: 1,
    ...rest,
    io: { fetch: network.fetch, now, sleep },
  });
  return { connector, sleeps };
}

export type Walk = { since?: Date; checkpoint?: string | null; signal?: AbortSignal };

/** All pages of a walk. */
export async function pagesOf(connector: Connector, walk: Walk = {}): Promise<CollectedPage[]> {
  const { since = null, checkpoint = null, signal = never } = walk;
  const pages: CollectedPage[] = [];
  for await (const page of connector.collect({ since, checkpoint, signal })) pages.push(page);
  return pages;
}

/** All records of a walk. */
export async function recordsOf(connector: Connector, walk: Walk = {}): Promise<RawRecord[]> {
  return (await pagesOf(connector, walk)).flatMap(({ records }) => records);
}

export function numbersOf(records: RawRecord[]): number[] {
  return records.map(({ externalId }) => Number(externalId) - 500_000);
}

/** Only what never comes is not waited for; all the rest comes, however busy the machine is. */
export function patience({ kind }: { kind: string }): { timeoutMs?: number } {
  return kind === "slow" ? { timeoutMs: 2_000 } : {};
}
