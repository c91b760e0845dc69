import { commitLine } from "./commit-line.mjs";

/**
 * @typedef {object} Round what `measure.ts` prints
 * @property {number} items
 * @property {number} syncMs
 * @property {number | null} syncCpuMs
 * @property {number} peakBytes
 * @property {{ rows: number, ms: number, cpuMs: number | null }} plain
 */

const columns = ["engine", "items", "sync/s", "plain/s", "ratio", "by CPU time", "peak memory"];

/**
 * @param {{ tracker: string, rounds: number, hasCores: boolean }} about
 */
export function heading({ tracker, rounds, hasCores }) {
  const places = hasCores
    ? "Sync and database on one core, tracker on another"
    : "Cores not kept apart";
  return [
    commitLine(),
    `${places}. First sync from ${tracker} in items/s, beside plain unnest inserts of the same rows. Medians of ${rounds}.`,
    line(columns),
  ].join("\n");
}

/** @param {string} engine @param {Round[]} rounds */
export function rowOf(engine, rounds) {
  const rate = (/** @type {Round} */ { items }, /** @type {number} */ ms) => (items / ms) * 1000;
  const byCpu = rounds.flatMap(({ syncCpuMs, plain }) =>
    syncCpuMs === null || plain.cpuMs === null ? [] : [plain.cpuMs / syncCpuMs],
  );
  return line([
    engine,
    `${rounds[0]?.items}`,
    median(rounds.map((round) => rate(round, round.syncMs))).toFixed(0),
    median(rounds.map((round) => rate(round, round.plain.ms))).toFixed(0),
    median(rounds.map(({ syncMs, plain }) => plain.ms / syncMs)).toFixed(2),
    byCpu.length === 0 ? "-" : median(byCpu).toFixed(2),
    `${(median(rounds.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0)} MiB`,
  ]);
}

/** @param {string} engine @param {Round[]} small @param {Round} large */
export function memoryLine(engine, small, large) {
  const ratio = large.peakBytes / median(small.map(({ peakBytes }) => peakBytes));
  return `${engine}: memory at ${large.items} items is ${ratio.toFixed(2)} times that at ${small[0]?.items}.`;
}

/** @param {string[]} cells */
function line(cells) {
  return cells
    .map((cell) => cell.padEnd(13))
    .join("")
    .trimEnd();
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
