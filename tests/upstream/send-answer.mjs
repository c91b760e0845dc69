import { randomBytes } from "node:crypto";

/**
 * Sends an answer with the tracker's usual headers (GitHub's unless told), or breaks off in the way the fault says.
 * @param {import("node:http").ServerResponse} response
 * @param {import("./github-routes.mjs").Answer} answer
 * @param {{ kind: string } | null} [fault]
 * @param {Record<string, string>} [usual]
 */
export function sendAnswer(response, answer, fault = null, usual = githubHeaders()) {
  if (fault?.kind === "reset") {
    response.destroy();
    return;
  }
  const body = bodyText(answer);
  response.writeHead(answer.status, { ...usual, ...answer.headers });
  if (fault?.kind === "reset_mid_body") {
    response.write(half(body), () => response.destroy());
    return;
  }
  response.end(fault?.kind === "truncated" ? half(body) : body);
}

/** @param {import("./github-routes.mjs").Answer} answer */
function bodyText({ body, status }) {
  if (status === 304) return undefined;
  return typeof body === "string" ? body : JSON.stringify(body);
}

/** @param {string | undefined} body */
function half(body = "") {
  return body.slice(0, Math.ceil(body.length / 2));
}

export function githubHeaders() {
  return {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "private, max-age=60, s-maxage=60",
    "x-github-media-type": "github.v3; format=json",
    "x-github-api-version-selected": "2022-11-28",
    "x-github-request-id": randomBytes(8).toString("hex").toUpperCase(),
    vary: "Accept, Authorization, Cookie, Accept-Encoding",
  };
}
