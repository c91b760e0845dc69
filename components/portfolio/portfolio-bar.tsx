"use client";

import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { PeriodFields } from "@/components/balance/period-fields";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { measures } from "@/lib/domain/balance";
import { measureWords } from "@/lib/domain/glossary";
import { portfolioBuckets } from "@/lib/domain/portfolio";
import classes from "./portfolio.module.css";
import { type PortfolioView, portfolioPeriods } from "./portfolio-parameters";

type PortfolioBarProps = {
  view: PortfolioView;
  /** The bucket in use where the view leaves it open. */
  bucket: Portfolio["bucket"];
  exportHref: string;
  onChange: (change: Partial<PortfolioView>) => void;
};

/** Which days, what is counted and how. */
export function PortfolioBar({ view, bucket, exportHref, onChange }: PortfolioBarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="What is shown">
      <PeriodFields
        choice={view}
        offered={portfolioPeriods}
        onPeriod={(chosen, days) => {
          const period = portfolioPeriods.find((one) => one === chosen);
          if (period) onChange({ period, ...days, bucket: null });
        }}
        onDays={onChange}
      />
      <NativeSelect
        aria-label="Bucket"
        size="xs"
        value={bucket}
        data={portfolioBuckets.map((size) => ({ value: size, label: `By ${size}` }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ bucket: portfolioBuckets.find((size) => size === value) ?? null })
        }
      />
      <SegmentedControl
        aria-label="Measure"
        size="xs"
        value={view.measure}
        data={measures.map((measure) => ({ value: measure, label: measureWords[measure].name }))}
        onChange={(measure) => onChange({ measure })}
      />
      <SegmentedControl
        aria-label="Unit"
        size="xs"
        value={view.unit}
        data={[
          { value: "items", label: "Items" },
          { value: "points", label: "Points" },
        ]}
        onChange={(unit) => onChange({ unit })}
      />
      <Button component="a" href={exportHref} download variant="subtle" size="xs">
        Export CSV
      </Button>
    </div>
  );
}
