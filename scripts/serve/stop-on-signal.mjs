import { setTimeout as sleep } from "node:timers/promises";

const drainMs = 3_000;
const limitMs = 9_500;

/**
 * On SIGTERM or SIGINT: take no more requests, let the running ones end, let the application put
 * its work down, and exit, in ten seconds at most. A second signal ends it at once.
 * @param {import("node:http").Server} server
 * @param {() => Promise<unknown>} closeApp called last, when the application has put its work down
 */
export function stopOnSignal(server, closeApp) {
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    if (stopping) process.exit(1);
    stopping = true;
    // Whoever asks over a connection that is still open is told to go elsewhere.
    Reflect.set(globalThis, "__backlogBalanceStopping", true);
    console.log(`Stopping (${signal}) …`);
    setTimeout(() => giveUp(), limitMs).unref();
    void stop(server, closeApp).then(
      () => process.exit(0),
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

/**
 * @param {import("node:http").Server} server
 * @param {() => Promise<unknown>} closeApp
 */
async function stop(server, closeApp) {
  await drain(server);
  await shutdownHook()?.();
  await closeApp();
}

/** @param {import("node:http").Server} server */
async function drain(server) {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(drainMs)]);
  server.closeAllConnections();
}

/**
 * The application registers it once its database is open; before that there is nothing to put down.
 * @returns {(() => Promise<void>) | undefined}
 */
function shutdownHook() {
  const hook = Reflect.get(globalThis, "__backlogBalanceShutdown");
  return typeof hook === "function" ? () => Promise.resolve(hook()) : undefined;
}

function giveUp() {
  console.error("The application did not put its work down in time.");
  process.exit(1);
}
