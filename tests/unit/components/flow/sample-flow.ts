import { bucketsOf } from "@/lib/balance/calendar";
import { foldFlow, foldOpenAges } from "@/lib/balance/flow";
import type { Flow } from "@/lib/contracts/flow";
import type { BalanceCell } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import type { LeadTimeCell, OpenAgeCell } from "@/lib/domain/flow";

type Counted = [bucket: number, category: CategoryOrNone, amount: number];

type Sample = {
  opened?: Counted[];
  done?: Counted[];
  leadTimes?: LeadTimeCell[];
  ages?: OpenAgeCell[];
};

const range = { from: "2026-02-02", to: "2026-02-22" };
const timeZone = "Europe/Berlin";
const now = new Date("2026-03-02T12:00:00Z");

/** Three weeks of February, as the API answers them. */
export function flowOf({ opened = [], done = [], leadTimes = [], ages = [] }: Sample): Flow {
  const buckets = bucketsOf({ ...range, bucket: "week", weekStart: "monday", timeZone, now });
  const cells = { opened: opened.map(cellOf), done: done.map(cellOf), leadTimes };
  return {
    timeZone,
    bucket: "week",
    unit: "items",
    ...range,
    ...foldFlow({ buckets, ...cells }),
    open: foldOpenAges(ages, { asOf: new Date("2026-02-22T23:00:00Z"), timeZone }),
    syncedAt: null,
    stale: null,
  };
}

function cellOf([bucket, category, amount]: Counted): BalanceCell {
  return { bucket, category, amount, kind: null, unestimated: 0, contested: 0 };
}
