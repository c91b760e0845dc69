"use client";

import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { FilterButton } from "@/components/items/filter-button";
import { TeamButton } from "@/components/teams/team-button";
import { type BucketSize, bucketSizes, measures, type Unit } from "@/lib/domain/balance";
import { measureWords } from "@/lib/domain/glossary";
import classes from "./balance-bar.module.css";
import { CompareSelect } from "./compare-select";
import { PeriodFields } from "./period-fields";
import type { BalanceView } from "./view-parameters";

type BalanceBarProps = {
  productId: string;
  view: BalanceView;
  onChange: (change: Partial<BalanceView>) => void;
  /** The bucket in use where the view leaves it open. */
  bucket: BucketSize;
  /** The day of the past that is shown first where one is asked for. */
  knownDay: string;
  /** Null while nothing is read that could be exported. */
  exportHref: string | null;
};

const unitNames: Record<Unit, string> = { items: "Items", points: "Points" };
const bucketNames: Record<BucketSize, string> = {
  day: "By day",
  week: "By week",
  month: "By month",
  quarter: "By quarter",
};

/** What the page shows: period, bucket, measure, unit, form, filters. All of it is in the URL. */
export function BalanceBar(props: BalanceBarProps) {
  const { productId, view, onChange, bucket, knownDay, exportHref } = props;
  return (
    <div className={classes.bar} role="toolbar" aria-label="What is shown">
      <PeriodFields
        choice={view}
        // A new period brings its own bucket.
        onPeriod={(period, days) => onChange({ period, ...days, bucket: null })}
        onDays={onChange}
      />
      <NativeSelect
        aria-label="Bucket"
        size="xs"
        value={bucket}
        data={bucketSizes.map((size) => ({ value: size, label: bucketNames[size] }))}
        onChange={(event) => {
          const size = bucketSizes.find((one) => one === event.currentTarget.value);
          onChange({ bucket: size ?? null });
        }}
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
          { value: "items", label: unitNames.items },
          { value: "points", label: unitNames.points },
        ]}
        onChange={(unit) => onChange({ unit })}
      />
      <SegmentedControl
        aria-label="Shares or counts"
        size="xs"
        value={view.view}
        data={[
          { value: "shares", label: "Shares" },
          { value: "counts", label: "Counts" },
        ]}
        onChange={(chosen) => onChange({ view: chosen })}
      />
      <CompareSelect
        productId={productId}
        value={view.compare}
        onChange={(compare) => onChange({ compare })}
      />
      <FilterButton productId={productId} filters={view} onChange={onChange} />
      <TeamButton productId={productId} filters={view} onChange={onChange} />
      <Button
        variant="default"
        size="xs"
        aria-pressed={view.asKnownAt !== null}
        onClick={() => onChange({ asKnownAt: view.asKnownAt === null ? knownDay : null })}
      >
        As known on…
      </Button>
      {exportHref ? (
        <Button component="a" href={exportHref} download variant="subtle" size="xs">
          Export CSV
        </Button>
      ) : null}
    </div>
  );
}
