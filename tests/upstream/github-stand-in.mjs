import { once } from "node:events";
import { createServer } from "node:http";
import { answerControl } from "./control-routes.mjs";
import { createFaults } from "./faults.mjs";
import { createGate } from "./github-gate.mjs";
import { createIssueStore } from "./issue-store.mjs";
import { githubHeaders, sendAnswer } from "./send-answer.mjs";
import { waitFor } from "./wait-for.mjs";

/**
 * @typedef {import("./types.ts").StandInOptions} StandInOptions
 * @typedef {import("./types.ts").StandInRights} StandInRights
 * @typedef {import("./types.ts").Fault} Fault
 * @typedef {import("./types.ts").LoggedRequest} LoggedRequest
 * @typedef {ReturnType<typeof createGithubStandIn>} GithubStandIn
 */

/** The tokens a stand-in knows unless told others. @type {Record<string, StandInRights>} */
export const standInTokens = { "token-with-all-rights": "all", "token-without-rights": "none" };

/**
 * GitHub's REST API as far as a sync needs it, written from the vendor's description, served on
 * loopback at `/` and, as on an Enterprise server, at `/api/v3/`.
 * @param {StandInOptions} options
 */
export function createGithubStandIn(options) {
  const {
    tokens = standInTokens,
    apps = [],
    linkStyle = "cursor",
    hasTimelines = true,
    hasGraphql = true,
    rateLimit = 5000,
    now = () => new Date(),
    pause = waitFor,
  } = options;
  const store = createIssueStore(options.repositories, now);
  const faults = createFaults();
  /** @type {LoggedRequest[]} */
  const requests = [];
  let { delayMs = 0, pageLimit = 100 } = options;
  const abilities = { linkStyle, hasTimelines, pageLimit: () => pageLimit };
  const settings = { store, faults, tokens, apps, hasGraphql, abilities, rateLimit, now, pause };
  const gate = createGate({ ...settings, delayMs: () => delayMs });

  /** @param {import("./types.ts").StandInCall} call */
  const respond = async ({ method, url, headers, text }) => {
    const authorization = headers.authorization ?? null;
    const target = `${url.pathname}${url.search}`;
    const entry = { method, url: target, authorization, headers, body: text, status: 0 };
    requests.push(entry);
    const etag = headers["if-none-match"];
    const { answer, fault } = await gate.respond({ url, method, text, authorization, etag });
    entry.status = answer.status;
    return { answer: { ...answer, headers: { ...githubHeaders(), ...answer.headers } }, fault };
  };

  const server = createServer(async (request, response) => {
    const { method = "GET", url: target = "/", headers } = request;
    const url = new URL(target, `http://${headers.host}`);
    if (url.pathname.startsWith("/__stand-in/")) {
      sendAnswer(response, answerControl(standIn, method, url.pathname, await textOf(request)));
      return;
    }
    const text = await textOf(request);
    const { answer, fault } = await respond({ method, url, headers, text });
    sendAnswer(response, answer, fault);
  });

  const standIn = {
    /** Every request to the API so far, oldest first. */
    requests,
    /** Answers a request as the server does, without the network. */
    respond,
    setFault: faults.setFault,
    clearFaults: faults.clearFaults,
    /** @param {number} milliseconds */
    setDelay: (milliseconds) => {
      delayMs = milliseconds;
    },
    /** @param {number} most */
    setPageLimit: (most) => {
      pageLimit = most;
    },
    addIssue: store.addIssue,
    editIssue: store.editIssue,
    closeIssue: store.closeIssue,
    reopenIssue: store.reopenIssue,
    relabelIssue: store.relabelIssue,
    renameLabel: store.renameLabel,
    deleteIssue: store.deleteIssue,
    transferIssue: store.transferIssue,
    setParent: store.setParent,
    renameType: store.renameType,
    revokeAppTokens: gate.revokeAppTokens,
    /** @param {string} fullName */
    labelsOf: (fullName) => store.find(fullName)?.labels ?? [],
    /** @param {string} fullName @param {number} number */
    timelineOf: (fullName, number) => store.find(fullName)?.timelines.get(number) ?? [],
    /** @param {string} fullName */
    issuesOf: (fullName) => store.find(fullName)?.issues ?? [],
    /** `host:port`, as ALLOWED_UPSTREAM_HOSTS wants it. */
    get host() {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("Not started.");
      return `127.0.0.1:${address.port}`;
    },
    /** The API's address. @returns {string} */
    get url() {
      return `http://${standIn.host}`;
    },
    /** Listens on loopback; port 0 takes a free one. Resolves to the address. */
    start: async (port = 0) => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      return standIn.url;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

/** @param {import("node:http").IncomingMessage} request */
async function textOf(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
