import type { DriftPlace } from "@/lib/domain/drift";
import { type Counted, type JudgedPeriod, judgeTerms, merged } from "./drift";

/** A judged period of one agreement with the amounts that it was judged from. */
export type CountedPeriod = JudgedPeriod & Counted;

/** Periods that were judged as one, and how many they are. */
export type PooledPeriod = { start: string; end: string; place: DriftPlace; periods: number };

/**
 * Periods in order, each that is too few to say taken together with those after it until they say
 * something; the last ones may still not. So small teams get an answer from as many weeks as it takes,
 * and what was pooled stays so when weeks are added.
 *
 * To stop as soon as something can be said finds more by chance than one judgement does; several in
 * a row make up for it (simulated in docs/decisions/0020-messages.md).
 */
export function poolPeriods(periods: CountedPeriod[]): PooledPeriod[] {
  const pooled: PooledPeriod[] = [];
  let open: CountedPeriod[] = [];
  for (const period of periods) {
    open.push(period);
    const together = judgeTerms(merged(open), period);
    if (together.place === "too_few") continue;
    pooled.push(pooledOf(open, together.place));
    open = [];
  }
  return open.length > 0 ? [...pooled, pooledOf(open, "too_few")] : pooled;
}

function pooledOf(periods: CountedPeriod[], place: DriftPlace): PooledPeriod {
  const [start, end] = [periods.at(0)?.start ?? "", periods.at(-1)?.end ?? ""];
  return { start, end, place, periods: periods.length };
}
