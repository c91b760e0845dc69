/** Below it nothing is left: what is divided comes out a little beside whole numbers. */
const tiny = 1e-9;

/**
 * One week's completions, taken from `stock` in place: each category first its own part of the
 * capacity (`parts`, from `from` on), then what others leave unused, in proportion to the parts of those that still
 * have open items; where these have no part, evenly. So capacity is lost only where nothing is left.
 * Known as generalised processor sharing (A. K. Parekh and R. G. Gallager, IEEE/ACM Transactions on
 * Networking 1(3), 1993). Returns what nobody could use.
 */
export function complete(stock: Float64Array, parts: Float64Array, from: number): number {
  let spare = 0;
  for (let line = 0; line < stock.length; line++) {
    spare += take(stock, line, parts[from + line] ?? 0);
  }
  while (spare > tiny) {
    const wanting = sumOfWanting(stock, parts, from);
    const each = wanting > 0 ? spare / wanting : spare / countOfWanting(stock);
    if (!Number.isFinite(each)) return spare;
    spare = 0;
    for (let line = 0; line < stock.length; line++) {
      const part = wanting > 0 ? (parts[from + line] ?? 0) : 1;
      if ((stock[line] ?? 0) > 0) spare += take(stock, line, each * part);
    }
  }
  return 0;
}

/** Completes up to `amount` of a category; returns what it had no items for. */
function take(stock: Float64Array, line: number, amount: number): number {
  const had = stock[line] ?? 0;
  const left = had - amount;
  stock[line] = left > tiny ? left : 0;
  return Math.max(0, -left);
}

function sumOfWanting(stock: Float64Array, parts: Float64Array, from: number): number {
  let sum = 0;
  for (let line = 0; line < stock.length; line++) {
    if ((stock[line] ?? 0) > 0) sum += parts[from + line] ?? 0;
  }
  return sum;
}

function countOfWanting(stock: Float64Array): number {
  let count = 0;
  for (let line = 0; line < stock.length; line++) if ((stock[line] ?? 0) > 0) count += 1;
  return count;
}
