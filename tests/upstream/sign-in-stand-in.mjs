import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

/**
 * @typedef {import("./sign-in-types.ts").SignInStandInOptions} Options
 * @typedef {import("./sign-in-types.ts").ProviderAnswer} Answer
 * @typedef {import("./sign-in-types.ts").ProviderRequest} Asked
 * @typedef {import("./sign-in-types.ts").StandInPerson} Person
 * @typedef {import("./sign-in-types.ts").SignInFault} Fault
 * @typedef {import("./sign-in-types.ts").Granted} Granted
 * @typedef {(asked: Asked, world: World) => Answer | Promise<Answer>} Answerer
 * @typedef {{ url: string, person: Person, fault: Fault, options: Options, redeem: Redeem, tokenOwner: (token: string | null) => Person | null }} World
 * @typedef {(asked: Asked) => { token: string, granted: Granted } | Answer} Redeem
 */

/**
 * A server where people sign in, on loopback: hands out codes that work once, for whom they were
 * asked, with the proof they were begun with. What it says of people is the vendor's part.
 * @param {Options} options
 * @param {{ authorizePath: string, answers: Record<string, Answerer> }} vendor
 */
export function createSignInStandIn(options, { authorizePath, answers }) {
  /** @type {Map<string, Granted>} */
  const codes = new Map();
  /** @type {Map<string, Person>} */
  const tokens = new Map();
  /** @type {string[]} */
  const asked = [];
  /** @type {Person} */
  let person = { id: "1", name: "Nobody", email: null, verified: false };
  /** @type {Fault} */
  let fault = "none";

  /** @param {URL} url @returns {Answer} */
  const authorize = ({ searchParams }) => {
    const get = (/** @type {string} */ name) => searchParams.get(name) ?? "";
    const redirectUri = get("redirect_uri");
    const isKnown =
      get("client_id") === options.clientId && options.redirectUris().includes(redirectUri);
    const isProven = get("code_challenge_method") === "S256" && get("code_challenge") !== "";
    if (!isKnown || !isProven || get("response_type") !== "code") {
      return { status: 400, body: { error: "invalid_request" } };
    }
    const back = new URL(redirectUri);
    back.searchParams.set("state", get("state"));
    if (fault === "denied") {
      back.searchParams.set("error", "access_denied");
      back.searchParams.set("error_description", "The person said no.");
    } else {
      const code = `code-${randomBytes(12).toString("hex")}`;
      const nonce = searchParams.get("nonce");
      codes.set(code, { challenge: get("code_challenge"), redirectUri, nonce });
      back.searchParams.set("code", code);
    }
    return { status: 302, headers: { location: back.href } };
  };

  /** @type {Redeem} */
  const redeem = ({ form, authorization }) => {
    if (fault === "token_fails") {
      return { status: 500, body: { error: options.clientSecret, form: form.toString() } };
    }
    const pair = Buffer.from(authorization?.replace(/^Basic /, "") ?? "", "base64").toString();
    const [id, secret] = authorization
      ? pair.split(":").map(decodeURIComponent)
      : [form.get("client_id"), form.get("client_secret")];
    const granted = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const proof = createHash("sha256").update(form.get("code_verifier") ?? "");
    const isTheirs = id === options.clientId && secret === options.clientSecret;
    const isProven =
      granted?.challenge === proof.digest("base64url") &&
      granted.redirectUri === form.get("redirect_uri");
    if (!granted || !isTheirs || !isProven) {
      return { status: 400, body: { error: "invalid_grant" } };
    }
    const token = `access-${randomBytes(12).toString("hex")}`;
    tokens.set(token, person);
    return { token, granted };
  };

  const tokenOwner = (/** @type {string | null} */ authorization) =>
    tokens.get(authorization?.replace(/^Bearer /, "") ?? "") ?? null;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", standIn.url);
    asked.push(`${request.method} ${url.pathname}`);
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    if (url.pathname !== authorizePath && fault === "silent") return;
    if (url.pathname !== authorizePath && fault === "endless") {
      response.writeHead(200, { "content-type": "application/json" });
      return pour(response);
    }
    const form = new URLSearchParams(text);
    const authorization = request.headers.authorization ?? null;
    const world = { url: standIn.url, person, fault, options, redeem, tokenOwner };
    const answer =
      url.pathname === authorizePath
        ? authorize(url)
        : ((await answers[url.pathname]?.({ url, form, authorization }, world)) ?? notFound);
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  });

  const standIn = {
    /** Every request so far, as `GET /path`. */
    asked,
    /** @param {Person} next */
    setPerson: (next) => {
      person = next;
    },
    /** @param {Fault} next */
    setFault: (next) => {
      fault = next;
    },
    /** `host:port`, as ALLOWED_UPSTREAM_HOSTS wants it. */
    get host() {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("Not started.");
      return `127.0.0.1:${address.port}`;
    },
    /** @returns {string} */
    get url() {
      return `http://${standIn.host}`;
    },
    start: async () => {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

/** @type {Answer} */
const notFound = { status: 404, body: { error: "not_found" } };

/** Writes as long as somebody reads. @param {import("node:http").ServerResponse} response */
function pour(response) {
  const piece = Buffer.alloc(64 * 1024, 32);
  const more = () => {
    if (response.destroyed) return;
    if (response.write(piece)) setImmediate(more);
    else response.once("drain", more);
  };
  more();
}
