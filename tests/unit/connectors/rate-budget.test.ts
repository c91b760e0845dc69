import { expect, test } from "vitest";
import { createRateBudget } from "@/lib/connectors/rate-budget";
import { UpstreamError } from "@/lib/errors";

const start = new Date("2026-03-02T12:00:00Z");
const url = "https://api.github.com/repos/octo/door/issues";

/** A tracker with a limit of 100 that counts every request of an account. */
function tracker(headers: (used: number) => Record<string, string>) {
  let used = 0;
  let now = start;
  const budget = createRateBudget({ sharePercent: 80, now: () => now });
  const fetch = budget(async () => new Response("[]", { headers: headers(++used) }));
  return {
    fetch,
    used: () => used,
    wait: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

const github = (used: number) => ({
  "x-ratelimit-limit": "100",
  "x-ratelimit-remaining": String(100 - used),
  "x-ratelimit-reset": String(start.getTime() / 1000 + 600),
});

async function askUntilRefused(fetch: typeof globalThis.fetch, init?: RequestInit) {
  for (let asked = 0; asked < 200; asked++) {
    try {
      await fetch(url, init);
    } catch (error) {
      if (error instanceof UpstreamError) return { asked, error };
      throw error;
    }
  }
  throw new Error("It was never refused.");
}

test("80 of 100 requests are sent, and the next ones are refused until the window ends", async () => {
  const { fetch, used, wait } = tracker(github);
  const { asked, error } = await askUntilRefused(fetch);
  expect([asked, used()]).toEqual([80, 80]);
  expect(error).toMatchObject({
    reason: "rate_limited",
    retryAt: new Date("2026-03-02T12:10:00Z"),
  });
  expect(error.message).toMatch(/80% of GitHub's rate limit .* until 2026-03-02 12:10 UTC/);
  await expect(fetch(url)).rejects.toThrow("rate limit");
  wait(600);
  await fetch(url);
  expect(used()).toBe(81);
});

test("what others used counts: the tracker's own count decides", async () => {
  const { fetch } = tracker((used) => github(used + 60));
  expect((await askUntilRefused(fetch)).asked).toBe(20);
});

test("each account, and each kind of API, has a limit of its own", async () => {
  const { fetch } = tracker(github);
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  await askUntilRefused(fetch, as("one"));
  await expect(fetch(url, as("two"))).resolves.toBeDefined();
  await expect(fetch("https://api.github.com/graphql", as("one"))).resolves.toBeDefined();
  await expect(fetch(url, as("one"))).rejects.toThrow("rate limit");
});

test.each([
  ["Jira Cloud's end as a text", { "x-ratelimit-reset": "2026-03-02T12:10Z" }],
  ["Data Center's length", { "x-ratelimit-interval-seconds": "600" }],
])("%s is read", async (_name, end) => {
  const { fetch } = tracker((used) => ({
    "x-ratelimit-limit": "100",
    "x-ratelimit-remaining": String(100 - used),
    ...end,
  }));
  const { error } = await askUntilRefused(fetch);
  expect(error.retryAt).toEqual(new Date("2026-03-02T12:10:00Z"));
});

test("a tracker that tells nothing, or nonsense, is not limited by us", async () => {
  const { fetch, used } = tracker(() => ({
    "x-ratelimit-limit": "many",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": "soon",
  }));
  for (let asked = 0; asked < 150; asked++) await fetch(url);
  expect(used()).toBe(150);
});
