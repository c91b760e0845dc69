import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { openTestDatabase } from "../testing/test-database.mjs";
import { hasCores, keepToFirstCore } from "./cores.mjs";
import { copyEmbedded, createOnServer } from "./databases.mjs";
import { heading, memoryLine, rowOf } from "./report.mjs";
import { startTracker } from "./start-tracker.mjs";

/**
 * @typedef {"embedded" | "server"} Engine
 * @typedef {import("./databases.mjs").BenchDatabase} BenchDatabase
 * @typedef {import("./report.mjs").Round} Round
 * @typedef {"github" | "jira"} Tracker
 */

const bundle = path.join(projectRoot, ".cache", "bench", "measure.mjs");
/** How many times as many items the memory is compared at. */
const growth = 10;

/**
 * `npm run bench:sync`: first syncs from a local tracker beside plain inserts of the same rows, each
 * round in a process of its own, on one core; then the memory at ten times as many items.
 */
export async function benchSync() {
  const { items, rounds, engines, tracker } = readArguments(process.argv.slice(2));
  keepToFirstCore();
  await bundleScript(projectRoot, { entry: "scripts/bench/measure.ts", outfile: bundle });
  const server = engines.includes("server") ? await openTestDatabase() : null;
  const template = mkdtempSync(path.join(os.tmpdir(), "backlog-balance-bench-"));
  const source = await startTracker(tracker, items * growth);
  try {
    await measure({ prepare: template });
    const url = server?.url ?? null;
    /** @type {Record<Engine, () => Promise<BenchDatabase>>} */
    const create = {
      embedded: async () => copyEmbedded(template),
      server: async () => createOnServer(url ?? ""),
    };
    const usable = engines.filter((engine) => engine === "embedded" || url !== null);
    console.log(heading({ tracker, rounds, hasCores }));
    /** @param {Engine} engine @param {number} size */
    const round = (engine, size) => measureOnce(create[engine], { tracker, url: source.url, size });
    await report(usable, { items, rounds, round });
  } finally {
    source.stop();
    await server?.stop();
    rmSync(template, { recursive: true });
  }
}

/**
 * @param {Engine[]} engines
 * @param {{ items: number, rounds: number, round: (engine: Engine, size: number) => Promise<Round> }} plan
 */
async function report(engines, { items, rounds, round }) {
  /** @type {Map<Engine, Round[]>} */
  const small = new Map(engines.map((engine) => [engine, []]));
  for (let count = 0; count < rounds; count += 1) {
    for (const engine of engines) small.get(engine)?.push(await round(engine, items));
  }
  for (const [engine, measured] of small) console.log(rowOf(engine, measured));
  for (const [engine, measured] of small) {
    const large = await round(engine, items * growth);
    console.log(rowOf(engine, [large]));
    console.log(memoryLine(engine, measured, large));
  }
}

/**
 * @param {() => Promise<BenchDatabase>} create
 * @param {{ tracker: string, url: string, size: number }} source
 * @returns {Promise<Round>}
 */
async function measureOnce(create, { tracker, url, size }) {
  const { drop, ...place } = await create();
  try {
    const round = await measure({ tracker, url: `${url}/first/${size}`, ...place });
    if (round.items !== size) throw new Error(`${round.items} of ${size} items were stored.`);
    return round;
  } finally {
    await drop();
  }
}

/** @param {object} task as `measure.ts` takes it */
async function measure(task) {
  const { code, output } = await runCommand(process.execPath, [bundle, JSON.stringify(task)], {
    cwd: projectRoot,
  });
  if (code !== 0) throw new ExpectedFailure(`A round failed:\n${output}`);
  return JSON.parse(output);
}

const usage =
  "usage: npm run bench:sync -- [--items 10000] [--rounds 3] [--engine embedded|server] [--tracker github|jira]";

/** @param {string[]} args */
function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      items: { type: "string", default: "10000" },
      rounds: { type: "string", default: "3" },
      engine: { type: "string" },
      tracker: { type: "string", default: "github" },
    },
  });
  const [items, rounds] = [Number(values.items), Number(values.rounds)];
  /** @type {Engine[]} */
  const all = ["embedded", "server"];
  /** @type {Tracker[]} */
  const trackers = ["github", "jira"];
  const tracker = trackers.find((known) => known === values.tracker);
  const engines = all.filter((engine) => values.engine === undefined || values.engine === engine);
  const isCount = items >= 100 && items % 100 === 0 && Number.isInteger(rounds) && rounds > 0;
  if (!isCount || tracker === undefined || engines.length === 0) throw new ExpectedFailure(usage);
  return { items, rounds, engines, tracker };
}
