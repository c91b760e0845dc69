"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { type Period, type PeriodChoice, periodNames, periods } from "./period";

type PeriodFieldsProps = {
  choice: PeriodChoice;
  /** All periods where none are named. */
  offered?: readonly Period[];
  /** A new period leaves chosen days behind unless it is made of them. */
  onPeriod: (period: Period, days: { from?: null; to?: null }) => void;
  onDays: (days: { from?: string | null; to?: string | null }) => void;
};

/** The period of a page, with its days where they are chosen one by one. */
export function PeriodFields(props: PeriodFieldsProps) {
  const { choice, offered = periods, onPeriod, onDays } = props;
  return (
    <>
      <NativeSelect
        aria-label="Period"
        size="xs"
        value={choice.period}
        data={offered.map((period) => ({ value: period, label: periodNames[period] }))}
        onChange={({ currentTarget: { value } }) => {
          const period = periods.find((one) => one === value) ?? "12w";
          onPeriod(period, period === "custom" ? {} : { from: null, to: null });
        }}
      />
      {choice.period === "custom" ? (
        <>
          <TextInput
            type="date"
            size="xs"
            aria-label="From"
            value={choice.from ?? ""}
            onChange={({ currentTarget: { value } }) => onDays({ from: value || null })}
          />
          <TextInput
            type="date"
            size="xs"
            aria-label="To"
            value={choice.to ?? ""}
            onChange={({ currentTarget: { value } }) => onDays({ to: value || null })}
          />
        </>
      ) : null}
    </>
  );
}
