/**
 * e^x from additions, multiplications and a power of two alone, each of which IEEE 754 defines to
 * the last bit: `Math.exp` may differ between engines, and with it an answer near a threshold.
 * Relative error below 1e-15 for |x| ≤ 700; outside it is held at the ends.
 */
export function exactExp(x: number): number {
  const held = Math.max(-700, Math.min(700, x));
  const power = Math.round(held * Math.LOG2E);
  const rest = held - power * 0.6931471803691238 - power * 1.9082149292705877e-10;
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= 14; i += 1) {
    term = (term * rest) / i;
    sum += term;
  }
  return sum * powerOfTwo(power);
}

function powerOfTwo(power: number): number {
  let result = 1;
  const factor = power < 0 ? 0.5 : 2;
  for (let i = Math.abs(power); i > 0; i -= 1) result *= factor;
  return result;
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exactExp(-x));
}
