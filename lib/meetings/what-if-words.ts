import type { WhatIf } from "@/lib/contracts/forecast";

type Scenario = WhatIf["scenarios"][number];

/** `60% new features`; null shares are as it was. */
export function dividedBy({ shares }: Pick<Scenario, "shares">): string {
  return shares === null ? "as it was" : `${shares.feature}% new features`;
}

/** `73 (68–79)`: open tech debt at the end, in half of the runs at most, and in eight of ten between. */
export function debtAtEnd({ weeks }: Pick<Scenario, "weeks">): string {
  const stock = weeks.at(-1)?.stock.tech_debt;
  return stock ? `${stock.p50} (${stock.p10}–${stock.p90})` : "–";
}

/** When open tech debt stops growing, and how sure that is. */
export function steadyWords({
  steadyFrom: { week, chance },
}: Pick<Scenario, "steadyFrom">): string {
  const tenths = (part: number) => `${Math.floor(part * 10 + 1e-9)} of 10 runs`;
  if (week === null) return `goes on growing in ${tenths(1 - chance)}`;
  if (week <= 1) return `does not grow in ${tenths(chance)}`;
  return `stops growing by week ${week} in ${tenths(chance)}`;
}

/** What the figures begin with: `12 open items of tech debt on 2026-03-01, 13 weeks ahead`. */
export function startWords({ start, scenarios }: WhatIf): string {
  const weeks = scenarios.at(0)?.weeks.length ?? 0;
  const debt = start?.open.tech_debt ?? 0;
  const items = debt === 1 ? "1 open item" : `${debt} open items`;
  return `${items} of tech debt on ${start?.day ?? "no day"}, and ${weeks} weeks ahead.`;
}
