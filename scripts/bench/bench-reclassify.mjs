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
import { copyEmbedded, createOnServer } from "./databases.mjs";

/**
 * @typedef {object} Walk what a walk over all items took
 * @property {number} changed
 * @property {number} ms
 * @property {number} longestBatchMs
 * @property {number} switchMs the last batch with the switch of all answers
 * @typedef {object} Measured what `measure-reclassify.ts` prints
 * @property {number} items
 * @property {Walk} first
 * @property {Walk} second
 * @property {number} peakBytes
 */

const bundle = path.join(projectRoot, ".cache", "bench", "measure-reclassify.mjs");

/**
 * `npm run bench:reclassify`: a product of many items is classified for the first time, then again
 * by rules that move a part of it; at a tenth of the size and at the whole, each in a process of its
 * own.
 */
export async function benchReclassify() {
  const { items, engine } = readArguments(process.argv.slice(2));
  await bundleScript(projectRoot, {
    entry: "scripts/bench/measure-reclassify.ts",
    outfile: bundle,
  });
  const server = engine === "server" ? await openTestDatabase() : null;
  if (engine === "server" && !server?.url) throw new ExpectedFailure("No PostgreSQL was found.");
  try {
    console.log(commitLine());
    const small = await measure(server?.url ?? null, items / 10);
    console.log(describe(engine, small));
    const large = await measure(server?.url ?? null, items);
    console.log(describe(engine, large));
    const ratio = (large.peakBytes / small.peakBytes).toFixed(2);
    console.log(`${engine}: memory at ${large.items} is ${ratio} times that at ${small.items}.`);
  } finally {
    await server?.stop();
  }
}

/** @param {string | null} url @param {number} items @returns {Promise<Measured>} */
async function measure(url, items) {
  const empty = mkdtempSync(path.join(os.tmpdir(), "backlog-balance-bench-"));
  const { drop, ...place } = url === null ? copyEmbedded(empty) : await createOnServer(url);
  try {
    const task = JSON.stringify({ ...place, items });
    const { code, output } = await runCommand(process.execPath, [bundle, task], {
      cwd: projectRoot,
    });
    if (code !== 0) throw new ExpectedFailure(`A measurement failed:\n${output}`);
    return JSON.parse(output);
  } finally {
    await drop();
  }
}

/** @param {string} engine @param {Measured} measured */
function describe(engine, { items, first, second, peakBytes }) {
  const told = (/** @type {Walk} */ { changed, ms, longestBatchMs, switchMs }) =>
    `${Math.round((items / ms) * 1000)} items/s, ${changed} changed, longest batch ` +
    `${Math.round(longestBatchMs)} ms, switch ${(switchMs / 1000).toFixed(1)} s`;
  return [
    `${engine}, ${items} items, peak memory ${Math.round(peakBytes / 2 ** 20)} MiB`,
    `  first time: ${told(first)}`,
    `  by other rules: ${told(second)}`,
  ].join("\n");
}

/** @param {string[]} args */
function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      items: { type: "string", default: "100000" },
      engine: { type: "string", default: "server" },
    },
  });
  const items = Number(values.items);
  const { engine } = values;
  const isEngine = engine === "server" || engine === "embedded";
  if (!isEngine || !Number.isInteger(items / 10) || items < 1000) {
    throw new ExpectedFailure(
      "usage: npm run bench:reclassify -- [--items 100000] [--engine server|embedded]",
    );
  }
  return { items, engine };
}
