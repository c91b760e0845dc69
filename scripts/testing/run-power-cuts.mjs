import path from "node:path";
import { parseArgs } from "node:util";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";

const usage = "Use: npm run test:power-cuts -- [--count 50] [--seed 1], both whole numbers.";

/**
 * `npm run test:power-cuts`: cuts the power of the embedded database at as many random points as
 * wanted while people write, from a seed on. Exits 1 where anything acknowledged is lost.
 */
export async function runPowerCuts() {
  const { seed, count } = parsePowerCutArguments(process.argv.slice(2));
  await withFolderLock(projectRoot, () => installPackages(projectRoot));
  const vitest = path.join(projectRoot, "node_modules/vitest/vitest.mjs");
  const { TEST_DATABASE_URL: _server, ...inherited } = process.env;
  const wanted = { POWER_CUTS_SEED: String(seed), POWER_CUTS_COUNT: String(count) };
  const { code } = await runCommand(
    process.execPath,
    [vitest, "run", "tests/db/power-cuts.test.ts"],
    { cwd: projectRoot, env: { ...inherited, ...wanted, NODE_ENV: "test" }, show: true },
  );
  process.exitCode = code === 0 ? 0 : 1;
}

/**
 * @param {string[]} args
 * @returns {{ seed: number, count: number }}
 * @throws {ExpectedFailure}
 */
export function parsePowerCutArguments(args) {
  const { seed = "1", count = "50" } = valuesOf(args);
  const isWhole = [seed, count].every((text) => /^\d{1,9}$/.test(text)) && Number(count) > 0;
  if (!isWhole) throw new ExpectedFailure(usage);
  return { seed: Number(seed), count: Number(count) };
}

/** @param {string[]} args */
function valuesOf(args) {
  try {
    const text = /** @type {const} */ ({ type: "string" });
    return parseArgs({ args, options: { seed: text, count: text } }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new ExpectedFailure(usage);
    throw error;
  }
}
