/**
 * @typedef {import("./types.ts").Fault} Fault
 * @typedef {import("./github-routes.mjs").Answer} Answer
 */

const docs = "https://docs.github.com/rest";
let endlessPage = 0;

/**
 * What a fault makes of the right answer. Faults of the connection itself (`slow`, `reset`,
 * `reset_mid_body`, `truncated`) leave it as it is: the server plays them while sending.
 * @param {Fault} fault
 * @param {Answer} answer
 * @param {{ self: URL, now: Date }} context `self`: the request's own address
 * @returns {Answer}
 */
export function spoil(fault, answer, { self, now }) {
  const inSeconds = Math.floor(now.getTime() / 1000) + (fault.seconds ?? 600);
  switch (fault.kind) {
    case "server_error":
      return failure(fault.status ?? 502, "Server Error");
    case "unauthorized":
      return failure(401, "Bad credentials");
    case "forbidden":
      return failure(403, "Resource not accessible by personal access token");
    case "not_found":
      return failure(404, "Not Found");
    case "gone":
      return failure(410, "Issues has been disabled in this repository.");
    case "cursor_expired":
      return failure(422, "Validation Failed");
    case "rate_limited":
      return {
        ...failure(403, "API rate limit exceeded for 127.0.0.1."),
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${inSeconds}` },
      };
    case "secondary_limit":
      return {
        ...failure(403, "You have exceeded a secondary rate limit."),
        ...(fault.isSilent ? {} : { headers: { "retry-after": `${fault.seconds ?? 60}` } }),
      };
    case "graphql_rate_limited":
      return {
        status: 200,
        body: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${inSeconds}` },
      };
    case "graphql_trouble": {
      const message = "Something went wrong while executing your query.";
      return { status: 200, body: { data: null, errors: [{ message }] } };
    }
    case "html":
      return {
        status: 200,
        body: "<!DOCTYPE html><title>Sign in</title>",
        headers: { "content-type": "text/html; charset=utf-8" },
      };
    case "empty_body":
      return { ...answer, body: "" };
    case "wrong_shape":
      return { ...answer, body: { items: answer.body } };
    case "empty_list":
      return { status: 200, body: [] };
    case "no_next":
      return { ...answer, headers: {} };
    case "redirect":
      return {
        ...failure(302, "Found"),
        headers: { location: fault.location ?? "https://other-host.invalid/" },
      };
    case "repeated_page":
      return { ...answer, headers: { link: `<${self.href}>; rel="next"` } };
    case "endless_pages":
      endlessPage += 1;
      return { ...answer, headers: { link: `<${withCursor(self, endlessPage)}>; rel="next"` } };
    case "foreign_next":
      return {
        ...answer,
        headers: { link: `<${fault.location ?? "https://other-host.invalid/"}>; rel="next"` },
      };
    default:
      return answer;
  }
}

/** @param {number} status @param {string} message @returns {Answer} */
function failure(status, message) {
  return { status, body: { message, documentation_url: docs, status: `${status}` } };
}

/** A link that differs each time and leads to the first page again. @param {URL} self @param {number} turn */
function withCursor(self, turn) {
  const target = new URL(self);
  target.searchParams.delete("after");
  target.searchParams.delete("page");
  target.searchParams.set("turn", `${turn}`);
  return target.href;
}
