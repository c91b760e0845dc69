import { test as base, expect, type Page, type Response } from "@playwright/test";
import { type MailServer, openMailServer } from "@/tests/setup/mail-server";
import { notContracted } from "@/tests/setup/not-contracted";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { createJiraStandIn, type JiraStandIn } from "@/tests/upstream/jira-stand-in.mjs";
import type { JiraStandInSite } from "@/tests/upstream/jira-types";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";
import type { StandInRepository } from "@/tests/upstream/types";
import { makeSample } from "./connect-repository";
import { paymentsSite } from "./payments-site";
import { type RunningApp, withApp } from "./start-app";

type WorkerFixtures = {
  /** What the GitHub beside the product holds. */
  repositories: StandInRepository[];
  /** What the Jira beside the product holds. */
  site: JiraStandInSite;
  /** Whether people sign in. */
  accounts: boolean;
  /** Whether it sends mails. */
  sendsMail: boolean;
  mails: MailServer;
  standIn: GithubStandIn;
  jira: JiraStandIn;
  app: RunningApp;
  /** The id of a sample product for all tests that read it and change nothing of it. */
  sample: string;
};
type TestFixtures = { quiet: undefined };

/**
 * The product, started once for a file's worker with a folder of its own, beside a GitHub and a Jira.
 * Every test fails on an unexpected error in the browser's console, on anything that the page's policy
 * forbids, and on any request that leaves the machine.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  repositories: [[smallRepository()], { option: true, scope: "worker" }],
  site: [paymentsSite(), { option: true, scope: "worker" }],
  accounts: [false, { option: true, scope: "worker" }],
  sendsMail: [false, { option: true, scope: "worker" }],
  mails: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from it.
    async ({}, use) => {
      const mails = await openMailServer();
      await use(mails);
      await mails.close();
    },
    { scope: "worker" },
  ],
  standIn: [
    async ({ repositories }, use) => {
      const standIn = createGithubStandIn({ repositories });
      await standIn.start();
      await use(standIn);
      await standIn.close();
    },
    { scope: "worker" },
  ],
  jira: [
    async ({ site }, use) => {
      const standIn = createJiraStandIn({ mode: "data_center", site });
      await standIn.start();
      await use(standIn);
      await standIn.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ standIn, jira, accounts, sendsMail, mails }, use) => {
      const allowedHosts = `${standIn.host} ${jira.host}`;
      const smtpUrl = sendsMail ? `smtp://${mails.host}:${mails.port}` : undefined;
      await withApp({ allowedHosts, accounts, smtpUrl }, use);
    },
    { scope: "worker", timeout: 150_000 },
  ],
  sample: [
    async ({ app }, use) => use(await makeSample(app.url)),
    { scope: "worker", timeout: 150_000 },
  ],
  page: async ({ page }, use) => {
    await use(patient(page));
  },
  baseURL: async ({ app }, use) => use(app.url),
  quiet: [
    async ({ page, app }, use) => {
      const errors: string[] = [];
      const strangers: string[] = [];
      const violations: string[] = [];
      const unsaid: Promise<string[]>[] = [];
      await page.exposeFunction("reportViolation", (what: string) => violations.push(what));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const { effectiveDirective, blockedURI, sample } = event;
          Reflect.get(window, "reportViolation")(`${effectiveDirective} ${blockedURI} ${sample}`);
        });
      });
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // A refused form is an ordinary 4xx, which the browser prints as an error.
        const isStatus = /Failed to load resource/.test(message.text());
        if (message.type() === "error" && !isStatus) errors.push(message.text());
      });
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== new URL(app.url).origin) {
          strangers.push(request.url());
        }
      });
      page.on("response", (response) => unsaid.push(unsaidIn(response)));
      await use(undefined);
      expect((await Promise.all(unsaid)).flat(), "what no contract says").toEqual([]);
      expect(errors, "errors in the browser's console").toEqual([]);
      expect(violations, "what the page's policy forbids").toEqual([]);
      expect(strangers, "requests that leave the machine").toEqual([]);
    },
    { auto: true },
  ],
});

/** What an answer of the API holds beside its contract. */
async function unsaidIn(response: Response): Promise<string[]> {
  const { pathname } = new URL(response.url());
  const type = response.headers()["content-type"] ?? "";
  if (!pathname.startsWith("/api/") || !type.startsWith("application/json")) return [];
  // The browser forgets the bodies of a page that was left.
  const text = await response.text().catch(() => null);
  if (text === null) return [];
  const asked = { method: response.request().method(), path: pathname, status: response.status() };
  return notContracted({ ...asked, body: JSON.parse(text) }).map(
    (what) => `${asked.method} ${pathname}: ${what}`,
  );
}

/** A page whose `goto` and `reload` wait until it listens. */
export function patient(page: Page): Page {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...to) => whenListening(page, await goto(...to));
  page.reload = async (...how) => whenListening(page, await reload(...how));
  return page;
}

/**
 * A page is shown before its scripts listen: a person takes longer to read it than they take to
 * start, a test does not.
 */
async function whenListening(page: Page, answer: Response | null): Promise<Response | null> {
  if (answer?.headers()["content-type"]?.startsWith("text/html")) {
    await page.waitForSelector("html[data-listening]", { state: "attached" });
    // React takes a page over part by part, and what is chosen in a part before is lost.
    await page.waitForFunction(isTakenOver);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  return answer;
}

function isTakenOver(): boolean {
  return [...document.querySelectorAll("main :is(a, button, input, select)")].every((element) =>
    Object.keys(element).some((key) => key.startsWith("__reactProps")),
  );
}

export { expect };
