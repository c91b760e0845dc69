/** `1,234.5`. */
export function amountWords(amount: number): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(amount);
}

/** `12 items`, `1 item`. */
export function countWords(count: number, noun: string): string {
  return `${amountWords(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** Whole percent, in which only none of it is 0% and only all of it 100%. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.005) return "<1%";
  if (share < 1 && share >= 0.995) return ">99%";
  return `${Math.round(percentOf(share))}%`;
}

/** What was agreed, from parts of 1: `65 ± 5`, to the tenth that people can agree on. */
export function agreedBandWords({ feature, tolerance }: { feature: number; tolerance: number }) {
  const points = (part: number) => amountWords(percentOf(part));
  return tolerance > 0 ? `${points(feature)} ± ${points(tolerance)}` : points(feature);
}

/** The detour takes back what floating point lost. */
export function percentOf(part: number): number {
  return Number((part * 100).toPrecision(12));
}
