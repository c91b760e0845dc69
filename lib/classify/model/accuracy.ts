import { type BalanceCategory, balanceCategories } from "@/lib/domain/category";
import type { Forecast } from "./predict-before-learning";

/** A corrected item: what its product's model said before it learnt it, and what the shared one says. */
export type Judged = { month: string; own: Forecast; shared: Forecast };

/** Right ones of so many; nothing is said of fewer than {@link fewest}. */
export type Rate = {
  n: number;
  right: number;
  accuracy: number | null;
  /** Where the truth lies with 95 % probability, were these drawn by chance. */
  interval: { low: number; high: number } | null;
};

export type Accuracy = {
  /** Of which the text held no word to go by: they are in no rate. */
  silent: number;
  own: Rate;
  shared: Rate;
  /** Answers as sure as the product asks for: those that needed nobody. */
  decided: Rate;
  confusion: { said: BalanceCategory; corrected: BalanceCategory; n: number }[];
  /** Of what the model called so, and of what people called so. */
  categories: { category: BalanceCategory; said: Rate; corrected: Rate }[];
  bands: { from: number; to: number; rate: Rate; meanConfidence: number | null }[];
  months: { month: string; own: Rate; shared: Rate }[];
};

/** Below, one item more or less would move the figure by five points and more. */
export const fewest = 20;

/** Lower ends of the bands of confidence; the last includes 1. */
const bandStarts = [0, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Adds up what a model said of corrected items, each time before it learnt them. */
export function accuracyOf(
  judged: readonly Judged[],
  { threshold }: { threshold: number },
): Accuracy {
  const answered = judged.filter(({ own }) => own.said !== null);
  const own = answered.map((one) => one.own);
  return {
    silent: judged.length - answered.length,
    own: rateOf(own),
    shared: rateOf(answered.map(({ shared }) => shared)),
    decided: rateOf(own.filter(({ confidence }) => confidence >= threshold)),
    confusion: balanceCategories.flatMap((said) =>
      balanceCategories.map((corrected) => {
        const those = own.filter((one) => one.said === said && one.truth === corrected);
        return { said, corrected, n: those.length };
      }),
    ),
    categories: balanceCategories.map((category) => ({
      category,
      said: rateOf(own.filter(({ said }) => said === category)),
      corrected: rateOf(own.filter(({ truth }) => truth === category)),
    })),
    bands: bandStarts.map((from, index) => bandOf(own, from, bandStarts[index + 1] ?? 1)),
    months: monthsOf(answered),
  };
}

/** Whether a confidence lies in the band that begins at `from`. */
export function isInBand(confidence: number, { from, to }: { from: number; to: number }): boolean {
  return confidence >= from && (confidence < to || to === 1);
}

function bandOf(
  forecasts: readonly Forecast[],
  from: number,
  to: number,
): Accuracy["bands"][number] {
  const those = forecasts.filter(({ confidence }) => isInBand(confidence, { from, to }));
  const sum = those.reduce((total, { confidence }) => total + confidence, 0);
  const meanConfidence = those.length > 0 ? sum / those.length : null;
  return { from, to, rate: rateOf(those), meanConfidence };
}

function monthsOf(answered: readonly Judged[]): Accuracy["months"] {
  const months = [...new Set(answered.map(({ month }) => month))].sort();
  return months.map((month) => {
    const those = answered.filter((one) => one.month === month);
    const [own, shared] = [those.map((one) => one.own), those.map((one) => one.shared)];
    return { month, own: rateOf(own), shared: rateOf(shared) };
  });
}

function rateOf(forecasts: readonly Forecast[]): Rate {
  const n = forecasts.length;
  const right = forecasts.filter(({ said, truth }) => said === truth).length;
  if (n < fewest) return { n, right, accuracy: null, interval: null };
  return { n, right, accuracy: right / n, interval: wilsonInterval(right, n) };
}

/** The score interval of Wilson (1927) at 95 %: it stays within 0..1, also where all were right. */
export function wilsonInterval(right: number, n: number): { low: number; high: number } {
  const z = 1.959_963_984_540_054;
  const share = right / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
