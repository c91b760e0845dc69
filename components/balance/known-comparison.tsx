"use client";

import type { Balance } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { unitWords } from "@/lib/domain/glossary";
import { ComparisonTable } from "./comparison-table";
import { amountsOf, changeWords } from "./known-words";

type KnownComparisonProps = {
  past: Balance;
  present: Balance;
  /** The day or instant of the past, in words. */
  known: string;
  locale: string;
  onOpen: (of: "past" | "present", category: CategoryOrNone) => void;
};

/** The same days as they were known then and as they are known now; every number opens its items. */
export function KnownComparison({ past, present, known, locale, onOpen }: KnownComparisonProps) {
  const [before, after] = [amountsOf(past), amountsOf(present)];
  const noun = unitWords[past.unit].name;
  return (
    <ComparisonTable
      title="The same days, then and now"
      then={{ balance: past, column: `${noun}, ${known}`, what: `known on ${known}` }}
      now={{ balance: present, column: `${noun}, now`, what: "known now" }}
      change="Change"
      changeOf={(category) => changeWords(after[category] - before[category], locale)}
      locale={locale}
      onOpen={(of, category) => onOpen(of === "then" ? "past" : "present", category)}
    />
  );
}
