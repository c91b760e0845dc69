// The embedded database lives in this thread, so that a long query never stalls the web server.
// Plain JavaScript: it is loaded by path, outside the bundle.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

if (!parentPort) throw new Error("pglite-worker runs as a worker thread only");
const port = parentPort;

/** Functions cannot cross threads; the caller names the types it wants left as text. */
const asText = (/** @type {string} */ value) => value;

const opening = PGlite.create(workerData.dataDir);

/**
 * @param {import("./messages").WorkerRequest} request
 * @returns {Promise<unknown>}
 */
async function answer(request) {
  const database = await opening;
  switch (request.kind) {
    case "ready":
      return null;
    case "query":
      return database.query(request.sql, request.params, {
        rowMode: request.rowMode,
        parsers: Object.fromEntries(request.textTypes.map((oid) => [oid, asText])),
      });
    case "exec":
      await database.exec(request.sql);
      return null;
    case "close":
      await database.close();
      return null;
  }
}

/**
 * Postgres' own fields of an error, which structured cloning of an Error would drop.
 * @param {unknown} error
 * @returns {import("./messages").WorkerFailure}
 */
function describe(error) {
  if (!(error instanceof Error)) return { message: String(error), detail: {} };
  const detail = Object.fromEntries(
    ["code", "constraint", "table", "column", "detail", "severity"].flatMap((name) =>
      name in error ? [[name, Reflect.get(error, name)]] : [],
    ),
  );
  return { message: error.message, detail };
}

port.on("message", async (/** @type {import("./messages").WorkerRequest} */ request) => {
  try {
    port.postMessage({ id: request.id, result: await answer(request) });
  } catch (error) {
    port.postMessage({ id: request.id, failure: describe(error) });
  }
  if (request.kind === "close") port.close();
});
