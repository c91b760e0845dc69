import { Agent, createServer, get } from "node:http";
import { portFailure } from "./check-places.mjs";
import { isAnswerable, isReadable, refuseMethod, refuseUnreadable } from "./readable-address.mjs";
import { isSecureAddress, setSecurityHeaders } from "./security-headers.mjs";
import { stopOnSignal } from "./stop-on-signal.mjs";
import { refusalOf, sendAnswer } from "./wrong-method.mjs";

/** How long a request may take to arrive: who sends a byte now and then must not hold on for ever. */
const slowest = { headersTimeout: 20_000, requestTimeout: 60_000 };

/**
 * Serves the built application from this very process, so that a signal to it reaches the server.
 * Says in one line when it answers.
 * @param {string} root
 * @param {import("./read-settings.mjs").ServeSettings} settings with the port to use
 */
export async function serveApp(root, settings) {
  const { host, port, dataFolder } = settings;
  process.chdir(root);
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: host,
    PORT: String(port),
    DATA_DIR: dataFolder,
  });
  const { default: next } = await import("next");
  const server = createServer(slowest);
  const app = next({ dev: false, dir: root, hostname: host, port });
  stopOnSignal(server, () => app.close());
  await app.prepare();
  const handle = app.getRequestHandler();
  const place = { isSecure: isSecureAddress(process.env.BASE_URL) };
  server.on("request", (request, response) => {
    setSecurityHeaders(request, response, place);
    // Never the request's own word: limits count by it.
    request.headers["x-balance-address"] = request.socket.remoteAddress ?? "unknown";
    const refusal = refusalOf(request);
    if (refusal !== null) void sendAnswer(response, refusal);
    else if (!isAnswerable(request.method)) refuseMethod(response);
    else if (!isReadable(request.url)) refuseUnreadable(response);
    else void handle(request, response);
  });
  await listen(server, host, port);
  await firstAnswer(host, port);
  console.log(`Backlog Balance is ready: ${addressOf(host, port)}`);
  console.log(placeOfData(settings));
}

/**
 * @param {import("node:http").Server} server
 * @param {string} host
 * @param {number} port
 */
function listen(server, host, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(portFailure(error, host, port)));
    server.listen(port, host, () => resolve(undefined));
  });
}

/**
 * Next opens the database at the first request, and ends the process with one line where it cannot:
 * that request is made here, so that "ready" is said only when it is so. Never through a proxy.
 * @param {string} host
 * @param {number} port
 */
function firstAnswer(host, port) {
  return new Promise((resolve, reject) => {
    const agent = new Agent();
    const request = get({ host, port, path: "/api/health", agent }, (response) => {
      response.resume().once("close", () => {
        agent.destroy();
        resolve(undefined);
      });
    });
    request.once("error", reject);
  });
}

/**
 * @param {string} host
 * @param {number} port
 */
export function addressOf(host, port) {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * One line on where the data is, without the password of a database's address.
 * @param {import("./read-settings.mjs").ServeSettings} settings
 */
export function placeOfData({ databaseUrl, dataFolder }) {
  if (databaseUrl === null) return `Its data is kept in ${dataFolder}. Stop it with Ctrl+C.`;
  const name = URL.canParse(databaseUrl)
    ? `${new URL(databaseUrl).host}${new URL(databaseUrl).pathname}`
    : "given by DATABASE_URL";
  return `Its data is kept in the database ${name}. Stop it with Ctrl+C.`;
}
