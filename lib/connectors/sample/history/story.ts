import type { BalanceCategory } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";

/** What people open: one of the four sides, or something that is no work. */
export type Side = BalanceCategory | "aside";

export type Phase = {
  name: "discovery" | "growth" | "crisis" | "rewrite" | "recovery";
  /** Where it ends, as a part of the three years. */
  until: number;
  openedPerWeek: number;
  /** Work that the team finishes; below what is opened, the stock grows. */
  finishedPerWeek: number;
  opened: Record<Side, number>;
  /** How eagerly the team takes up each side, beside how much of it lies there. */
  focus: Record<BalanceCategory, number>;
};

/** A product finds its users, outgrows its shortcuts, stops to rebuild, and catches up. */
export const phases: readonly [Phase, ...Phase[]] = [
  {
    name: "discovery",
    until: 0.22,
    openedPerWeek: 8.5,
    finishedPerWeek: 7,
    opened: { feature: 62, maintenance: 22, rewrite: 4, tech_debt: 4, aside: 8 },
    focus: { feature: 3, maintenance: 2, rewrite: 1, tech_debt: 1 },
  },
  {
    name: "growth",
    until: 0.5,
    openedPerWeek: 10.5,
    finishedPerWeek: 8.4,
    opened: { feature: 48, maintenance: 34, rewrite: 4, tech_debt: 5, aside: 9 },
    focus: { feature: 3, maintenance: 2.5, rewrite: 1, tech_debt: 0.6 },
  },
  {
    name: "crisis",
    until: 0.69,
    openedPerWeek: 12.5,
    finishedPerWeek: 7.6,
    opened: { feature: 27, maintenance: 50, rewrite: 4, tech_debt: 9, aside: 10 },
    focus: { feature: 1.2, maintenance: 4, rewrite: 1, tech_debt: 0.8 },
  },
  {
    name: "rewrite",
    until: 0.78,
    openedPerWeek: 9.5,
    finishedPerWeek: 7.8,
    opened: { feature: 13, maintenance: 32, rewrite: 38, tech_debt: 9, aside: 8 },
    focus: { feature: 0.3, maintenance: 1, rewrite: 9, tech_debt: 1 },
  },
  {
    name: "recovery",
    until: 1,
    openedPerWeek: 8.5,
    finishedPerWeek: 11.4,
    opened: { feature: 46, maintenance: 28, rewrite: 6, tech_debt: 10, aside: 10 },
    focus: { feature: 2.2, maintenance: 1.8, rewrite: 2, tech_debt: 2.5 },
  },
];

/** The phase at `progress`, 0 (three years ago) to 1 (the anchor). */
export function phaseAt(progress: number): Phase {
  return phases.find(({ until }) => progress < until) ?? phases[phases.length - 1] ?? phases[0];
}

/** After the rewrite the team goes through what nobody will do any more. */
export const grooming = { from: 0.79, to: 0.8, itemsPerDay: 4 };

/** What each side is made of, in finer words. */
export const kindsOfSide: Record<Side, Partial<Record<Kind, number>>> = {
  feature: { new_feature: 48, enhancement: 52 },
  maintenance: {
    ...{ bug: 56, dependency: 13, documentation: 8, build: 6, performance: 6, test: 5 },
    ...{ security: 4, chore: 2 },
  },
  rewrite: { refactor: 70, migration: 18, reimplementation: 12 },
  tech_debt: { cleanup: 34, debt: 34, flaky_test: 18, deprecation: 14 },
  aside: { question: 46, wont_do: 34, duplicate: 20 },
};

/** In these two phases it is rather bugs, and rather moving than tidying. */
export const kindsOfPhase: Partial<
  Record<Phase["name"], Partial<Record<Side, Partial<Record<Kind, number>>>>>
> = {
  crisis: {
    maintenance: {
      bug: 74,
      performance: 10,
      security: 4,
      dependency: 6,
      build: 3,
      documentation: 3,
    },
  },
  rewrite: { rewrite: { migration: 62, refactor: 20, reimplementation: 18 } },
};
