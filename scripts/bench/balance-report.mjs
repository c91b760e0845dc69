/** @typedef {import("./bench-balance.mjs").Statements & { engine: string, items: number, first: number[][], again: number[][], loads: import("./read-together.mjs").Load[] }} BalanceFigures */

/**
 * Times in ms; `wide/SQL` says how many times as fast the ledger is as the wide table.
 * @param {BalanceFigures} figures
 */
export function balanceLines({ engine, items, fillMs, selectOne, views, first, again, loads }) {
  const rows = views.map(({ name, bare, wide, naive }, index) => {
    const readings = [first[index] ?? [], again[index] ?? [], bare];
    const times = readings.flatMap((reading) => [at(0.5, reading), at(0.95, reading)]);
    return line([
      name,
      ...times.map(ms),
      ...[wide, naive].map((slow) => (slow.length === 0 ? "-" : ms(at(0.5, slow)))),
      wide.length === 0 ? "" : (at(0.5, wide) / at(0.5, bare)).toFixed(0),
    ]);
  });
  return [
    `${engine}, ${items} items; filled in ${(fillMs / 1000).toFixed(1)} s; select 1: ${ms(at(0.5, selectOne))} ms`,
    line([
      ...["view", "HTTP p50", "p95", "again p50", "p95", "SQL p50", "p95"],
      ...["wide p50", "naive p50", "wide/SQL"],
    ]),
    ...rows,
    ...loads.map(
      ({ name, first, alone, times, errors, slowestHealth }) =>
        `50 readers of the ${name} at once: p95 ${ms(at(0.95, times))} ms ` +
        `(one alone ${ms(at(0.95, alone))}, at first ${ms(at(0.5, first))}; ${(at(0.95, times) / at(0.95, alone)).toFixed(1)} times), ` +
        `${errors} errors, health at most ${ms(slowestHealth)} ms`,
    ),
  ];
}

/** @param {number} part @param {number[]} times */
function at(part, times) {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** @param {number} time */
function ms(time) {
  return time.toFixed(time < 10 ? 1 : 0);
}

/** @param {string[]} cells */
function line(cells) {
  return cells
    .map((cell, index) => cell.padEnd(index === 0 ? 34 : 10))
    .join("")
    .trimEnd();
}
