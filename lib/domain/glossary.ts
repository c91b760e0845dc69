import type { Side } from "./agreement";
import type { Measure, Unit } from "./balance";
import type { CategoryOrNone } from "./category";
import type { DigestFrequency } from "./digest";
import { mostEffortDays } from "./effort";

/** The words of the screen for each category; the definitions the product classifies by. */
export const categoryWords: Record<CategoryOrNone, { name: string; meaning: string }> = {
  feature: {
    name: "Feature",
    meaning: "Something users could not do before, or can now do better.",
  },
  maintenance: {
    name: "Maintenance",
    meaning: "Keeping what exists working: bugs, security, dependencies, tests, documentation.",
  },
  rewrite: {
    name: "Rewrite",
    meaning: "Replacing or restructuring something that works: refactoring, migration, port.",
  },
  tech_debt: {
    name: "Tech debt",
    meaning: "Paying down a known shortcut: clean-up, deprecated calls, flaky tests.",
  },
  excluded: {
    name: "Excluded",
    meaning: "Not work: questions, duplicates, and what was closed as not planned.",
  },
  unclassified: {
    name: "Unclassified",
    meaning: "Nothing on the item says what it is. Shown, never hidden in another category.",
  },
};

export const measureWords: Record<Measure, { name: string; meaning: string }> = {
  done: { name: "Done", meaning: "Delivered in the period." },
  opened: { name: "Opened", meaning: "Created in the period." },
  open: { name: "Open", meaning: "Still open at the end of the period." },
};

/** `noun` is one of it; `lacking` is said of the items that add none of it. */
export const unitWords: Record<
  Unit,
  { name: string; noun: string; lacking: string; meaning: string }
> = {
  items: {
    name: "Items",
    noun: "item",
    lacking: "not counted",
    meaning: "Every item counts as one, large or small.",
  },
  points: {
    name: "Points",
    noun: "point",
    lacking: "without an estimate",
    meaning: "The estimate an item has in its tracker, as it is now.",
  },
  effort_days: {
    name: "Effort",
    noun: "effort day",
    lacking: "never in progress",
    meaning: `The days an item was in progress before it was done, weekends included: in Jira the time in statuses of the category “in progress”, on GitHub the time from the first assignment to the close. At most ${mostEffortDays} days an item: what stays in progress for longer waits or was forgotten.`,
  },
};

/** The two who agree, as sentences name them. */
export const sideWords: Record<Side, { name: string; meaning: string }> = {
  pm: { name: "the product manager", meaning: "Speaks for what the product needs." },
  engineering: { name: "engineering", meaning: "Speaks for what keeping it healthy takes." },
};

/** How often a digest is made. */
export const digestFrequencyWords: Record<DigestFrequency, { name: string; sentence: string }> = {
  off: { name: "Never", sentence: "No digest is made of this product." },
  weekly: {
    name: "Every week",
    sentence: "One is made, and kept, on the first day of every week.",
  },
  two_weeks: {
    name: "Every two weeks",
    sentence: "One is made, and kept, on the first day of every other week.",
  },
  monthly: {
    name: "Every month",
    sentence: "One is made, and kept, on the first day of every month.",
  },
};
