// The embedded database lives in this thread, so that a long query never stalls the web server.
// Plain JavaScript: it is loaded by path, outside the bundle.
import { parentPort, workerData } from "node:worker_threads";
import { copyFolder } from "./copy-folder.mjs";
import { openFolder } from "./open-folder.mjs";

if (!parentPort) throw new Error("pglite-worker runs as a worker thread only");
const port = parentPort;

/** Functions cannot cross threads; the caller names the types it wants left as text. */
const asText = (/** @type {string} */ value) => value;

/**
 * Nothing but this ends the log: Postgres has no process here that would. What is filled with zeros
 * when the log gets a new file counts too.
 */
const mostLoggedBytes = 64 * 1024 * 1024;

const opening = openFolder(workerData.dataDir);
let isInTransaction = false;
let isCopied = false;
let isBrokenOff = false;

/**
 * @param {import("./messages").WorkerRequest} request
 * @returns {Promise<unknown>}
 */
async function answer(request) {
  const { database } = await opening;
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
      if (request.sql === "BEGIN") isInTransaction = true;
      if (request.sql === "COMMIT" || request.sql === "ROLLBACK") isInTransaction = false;
      return null;
    case "prepare copy":
      isCopied = true;
      isBrokenOff = false;
      await database.exec("checkpoint");
      return null;
    case "copy":
      await copyFolder(workerData.dataDir, request.folder, () => isBrokenOff).finally(() => {
        isCopied = false;
      });
      return null;
    case "break copy off":
      isBrokenOff = true;
      return null;
    case "close":
      await database.close();
      return null;
  }
}

/** After an answer, so that nobody waits for it who has not asked for more. */
async function checkpointWhereDue() {
  const { database, files } = await opening;
  if (isInTransaction || isCopied || files.loggedBytes < mostLoggedBytes) return;
  files.loggedBytes = 0;
  await database.exec("checkpoint");
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

/**
 * @param {import("./messages").WorkerRequest} request
 * @returns {Promise<boolean>} whether it was done; rejects where it was a checkpoint and failed
 */
async function respond(request) {
  try {
    port.postMessage({ id: request.id, result: await answer(request) });
    return true;
  } catch (error) {
    // A checkpoint and nothing else: its failure is not only the asker's.
    if (request.kind === "prepare copy") throw error;
    port.postMessage({ id: request.id, failure: describe(error) });
    return false;
  }
}

// A checkpoint that fails ends the thread, also the one before a copy: what is written from then on
// would not be durable, and whoever waits for an answer is told why.
port.on("message", async (/** @type {import("./messages").WorkerRequest} */ request) => {
  const isDone = await respond(request);
  if (request.kind === "close") port.close();
  else if (isDone) await checkpointWhereDue();
});
