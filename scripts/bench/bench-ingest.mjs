import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { openTestDatabase } from "../testing/test-database.mjs";
import { commitLine } from "./commit-line.mjs";
import { keepToFirstCore } from "./cores.mjs";
import { copyEmbedded, createOnServer } from "./databases.mjs";
import { startTracker } from "./start-tracker.mjs";

/**
 * @typedef {object} Ingest what `measure-ingest.ts` prints
 * @property {number} items
 * @property {number} syncMs
 * @property {number | null} cpuMs
 * @property {Record<string, number>} again rows written by a sync of what is unchanged, by table
 * @property {Record<string, number>} full the same of a full walk
 */

const folder = path.join(projectRoot, ".cache", "bench");
const withSums = path.join(folder, "measure-ingest.mjs");
const withoutSums = path.join(folder, "measure-ingest-without-sums.mjs");

/**
 * `npm run bench:ingest`: first syncs with and without what is added up from the ledger, in turns, so
 * that both meet the same machine; and how many rows a sync writes that finds nothing changed.
 */
export async function benchIngest() {
  const { items, rounds, engine, tracker } = readArguments(process.argv.slice(2));
  keepToFirstCore();
  const entry = "scripts/bench/measure-ingest.ts";
  await bundleScript(projectRoot, { entry, outfile: withSums });
  const instead = { "./rollup-cells": "scripts/bench/without-sums.ts" };
  await bundleScript(projectRoot, { entry, outfile: withoutSums, instead });
  const server = engine === "server" ? await openTestDatabase() : null;
  if (engine === "server" && !server?.url) throw new ExpectedFailure("No PostgreSQL was found.");
  const source = await startTracker(tracker, items);
  console.log(commitLine());
  try {
    const url = `${source.url}/first/${items}`;
    for (let round = 1; round <= rounds; round++) {
      const task = { tracker, url, server: server?.url ?? null };
      const kept = await measure(withSums, task);
      const without = await measure(withoutSums, task);
      console.log(describe(round, kept, without));
    }
  } finally {
    source.stop();
    await server?.stop();
  }
}

/**
 * @param {string} bundle
 * @param {{ tracker: string, url: string, server: string | null }} task
 * @returns {Promise<Ingest>}
 */
async function measure(bundle, { tracker, url, server }) {
  const empty = mkdtempSync(path.join(os.tmpdir(), "backlog-balance-bench-"));
  const { drop, ...place } = server === null ? copyEmbedded(empty) : await createOnServer(server);
  try {
    const task = JSON.stringify({ tracker, url, ...place });
    const { code, output } = await runCommand(process.execPath, [bundle, task], {
      cwd: projectRoot,
    });
    if (code !== 0) throw new ExpectedFailure(`A round failed:\n${output}`);
    return JSON.parse(output);
  } finally {
    await drop();
  }
}

/** @param {number} round @param {Ingest} kept @param {Ingest} without */
function describe(round, kept, without) {
  const rate = (/** @type {Ingest} */ { items, syncMs }) => (items / syncMs) * 1000;
  const byCpu =
    kept.cpuMs === null || without.cpuMs === null ? "-" : (without.cpuMs / kept.cpuMs).toFixed(2);
  return [
    `round ${round}: ${rate(kept).toFixed(0)} items/s with sums, ${rate(without).toFixed(0)} without: ` +
      `${(rate(kept) / rate(without)).toFixed(2)} times, ${byCpu} by processor time`,
    `  rows written when nothing changed: ${written(kept.again)}; by a full walk: ${written(kept.full)}`,
  ].join("\n");
}

/** @param {Record<string, number>} tables */
function written(tables) {
  const some = Object.entries(tables).filter(([, rows]) => rows > 0);
  return some.length === 0 ? "0" : some.map(([table, rows]) => `${rows} of ${table}`).join(", ");
}

/** @param {string[]} args */
function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      items: { type: "string", default: "5000" },
      rounds: { type: "string", default: "3" },
      engine: { type: "string", default: "server" },
      tracker: { type: "string", default: "github" },
    },
  });
  const [items, rounds] = [Number(values.items), Number(values.rounds)];
  /** @type {("github" | "jira")[]} */
  const trackers = ["github", "jira"];
  const tracker = trackers.find((known) => known === values.tracker);
  const isEngine = values.engine === "server" || values.engine === "embedded";
  const isCount = items >= 100 && items % 100 === 0 && Number.isInteger(rounds) && rounds > 0;
  if (!isCount || !isEngine || tracker === undefined) {
    throw new ExpectedFailure(
      "usage: npm run bench:ingest -- [--items 5000] [--rounds 3] [--engine server|embedded] [--tracker github|jira]",
    );
  }
  return { items, rounds, engine: values.engine, tracker };
}
