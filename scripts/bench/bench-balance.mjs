import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { openTestDatabase } from "../testing/test-database.mjs";
import { balanceLines } from "./balance-report.mjs";
import { dayAt } from "./balance-views.mjs";
import { commitLine } from "./commit-line.mjs";
import { copyEmbedded, createOnServer } from "./databases.mjs";
import { readTogether, readWhole, timesOf } from "./read-together.mjs";
import { startApplication } from "./start-application.mjs";

/**
 * @typedef {object} Statements what `measure-balance.ts` prints: times in ms
 * @property {string} productId
 * @property {number} fillMs
 * @property {number[]} selectOne
 * @property {{ name: string, search: string, bare: number[], wide: number[], naive: number[] }[]} views
 */

const bundle = path.join(projectRoot, ".cache", "bench", "measure-balance.mjs");

/**
 * `npm run bench:balance`: representative views of the balance over products of several sizes,
 * through the HTTP API of the built application (asked for the first time, and again), beside their
 * statements alone, the same questions put to the wide table and as one writes them first, and
 * `select 1`; then fifty readers of the balance and of the dashboard at once. `--database` names a
 * database of the server that is filled where it is empty, measured and kept.
 */
export async function benchBalance() {
  const { sizes, engine, rounds, database } = readArguments(process.argv.slice(2));
  await bundleScript(projectRoot, { entry: "scripts/bench/measure-balance.ts", outfile: bundle });
  const server = engine === "server" ? await openTestDatabase() : null;
  if (engine === "server" && !server?.url) throw new ExpectedFailure("No PostgreSQL was found.");
  console.log(`${commitLine()} Other work on the machine: ${os.loadavg()[0]?.toFixed(1)}.`);
  try {
    for (const items of sizes) {
      const empty = mkdtempSync(path.join(os.tmpdir(), "backlog-balance-bench-"));
      const { drop, ...place } = server?.url
        ? await createOnServer(server.url, database)
        : copyEmbedded(empty);
      try {
        await measureSize({ ...place, items, rounds, engine });
      } finally {
        await drop();
      }
    }
  } finally {
    await server?.stop();
  }
}

/**
 * @param {{ databaseUrl: string | null, dataDir: string, items: number, rounds: number, engine: string }} task
 */
async function measureSize(task) {
  const { code, output } = await runCommand(process.execPath, [bundle, JSON.stringify(task)], {
    cwd: projectRoot,
  });
  if (code !== 0) throw new ExpectedFailure(`A measurement failed:\n${output}`);
  /** @type {Statements} */
  const statements = JSON.parse(output);
  const app = await startApplication(task);
  try {
    const route = `${app.url}/api/products/${statements.productId}/balance`;
    const first = [];
    const again = [];
    for (const { search } of statements.views) {
      // Days that nobody asked for before: the answer cannot have been kept.
      let round = 0;
      const unread = () => `${route}?${search}&to=${dayAt(Date.now(), -round++)}`;
      first.push(await timesOf(task.rounds, () => readWhole(unread())));
      again.push(await timesOf(task.rounds, () => readWhole(`${route}?${search}`)));
    }
    const loads = [];
    const busiest = [
      { name: "balance", address: `${route}?bucket=week&from=${dayAt(Date.now(), -400)}` },
      { name: "flow", address: `${app.url}/api/products/${statements.productId}/flow?bucket=week` },
      { name: "dashboard", address: `${app.url}/products/${statements.productId}/balance` },
    ];
    for (const { name, address } of busiest) {
      const health = `${app.url}/api/health`;
      loads.push(await readTogether({ name, address, health, rounds: task.rounds }));
    }
    console.log(balanceLines({ ...task, ...statements, first, again, loads }).join("\n"));
  } finally {
    await app.stop();
  }
}

/** @param {string[]} args */
function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      items: { type: "string", default: "10000,100000,1000000" },
      engine: { type: "string", default: "server" },
      rounds: { type: "string", default: "40" },
      database: { type: "string" },
    },
  });
  const sizes = values.items.split(",").map(Number);
  const rounds = Number(values.rounds);
  const { engine } = values;
  const isEngine = engine === "server" || engine === "embedded";
  const isCount = (/** @type {number} */ count) => Number.isInteger(count) && count > 0;
  if (!isEngine || !sizes.every(isCount) || !isCount(rounds)) {
    throw new ExpectedFailure(
      "usage: npm run bench:balance -- [--items 10000,100000] [--engine server|embedded] [--rounds 40] [--database name]",
    );
  }
  return { sizes, engine, rounds, database: values.database };
}
