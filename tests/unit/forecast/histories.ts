import fc from "fast-check";
import type { Counts } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import { type HistoryWeek, noCounts } from "@/lib/forecast/history-week";

type WeekFlows = {
  arrivals?: Partial<Counts>;
  completions?: Partial<Counts>;
  dropped?: Partial<Counts>;
};

/** Weeks of these flows, one after another; what would leave an empty stock does not. */
export function historyOf(flows: readonly WeekFlows[], start: Partial<Counts> = {}): HistoryWeek[] {
  const open = { ...noCounts(), ...start };
  return flows.map((flow, index) => {
    const week = { start: `W${index}`, end: `W${index}E`, open: noCounts() };
    const arrivals = { ...noCounts(), ...flow.arrivals };
    const [completions, dropped] = [noCounts(), noCounts()];
    for (const one of chartedCategories) {
      open[one] += arrivals[one];
      dropped[one] = Math.min(flow.dropped?.[one] ?? 0, open[one]);
      completions[one] = Math.min(flow.completions?.[one] ?? 0, open[one] - dropped[one]);
      open[one] -= dropped[one] + completions[one];
    }
    return { ...week, arrivals, completions, dropped, open: { ...open } };
  });
}

const counts = fc.record({
  feature: fc.nat(6),
  maintenance: fc.nat(6),
  rewrite: fc.nat(3),
  tech_debt: fc.nat(3),
  unclassified: fc.nat(3),
});
const few = fc.record({ feature: fc.nat(1), maintenance: fc.nat(1) });

/** A history that is enough to look ahead: 26 to 40 weeks. */
export const anyHistory = fc
  .tuple(
    counts,
    fc.array(fc.record({ arrivals: counts, completions: counts, dropped: few }), {
      minLength: 26,
      maxLength: 40,
    }),
  )
  .map(([start, flows]) => historyOf(flows, start))
  .filter((history) => totalOf(history, "completions") >= 10 && totalOf(history, "arrivals") >= 10);

export function totalOf(history: readonly HistoryWeek[], flow: "arrivals" | "completions"): number {
  return history.reduce(
    (sum, week) => sum + chartedCategories.reduce((all, one) => all + week[flow][one], 0),
    0,
  );
}

/** What a generator that pauses comes to. */
export function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
