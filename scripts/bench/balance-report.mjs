/** @typedef {import("./bench-balance.mjs").Statements & { engine: string, items: number, first: number[][], again: number[][], load: import("./bench-balance.mjs").Load }} BalanceFigures */

/**
 * Times in ms; `wide/bare` says how many times as fast the ledger is as the wide table.
 * @param {BalanceFigures} figures
 */
export function balanceLines({ engine, items, ledgerMs, selectOne, views, first, again, load }) {
  const rows = views.map(({ name, bare, wide }, index) => {
    const readings = [first[index] ?? [], again[index] ?? [], bare];
    const times = readings.flatMap((reading) => [at(0.5, reading), at(0.95, reading)]);
    return line([
      name,
      ...[...times, at(0.5, wide)].map(ms),
      (at(0.5, wide) / at(0.5, bare)).toFixed(0),
    ]);
  });
  const alone = at(0.95, first[0] ?? []);
  return [
    `${engine}, ${items} items; ledger and sums made in ${(ledgerMs / 1000).toFixed(1)} s; select 1: ${ms(at(0.5, selectOne))} ms`,
    line(["view", "HTTP p50", "p95", "again p50", "p95", "SQL p50", "p95", "wide p50", "wide/SQL"]),
    ...rows,
    `50 readers at once: p95 ${ms(at(0.95, load.times))} ms (${(at(0.95, load.times) / alone).toFixed(1)} times one reader's), ` +
      `${load.errors} errors, health at most ${ms(load.slowestHealth)} ms`,
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
