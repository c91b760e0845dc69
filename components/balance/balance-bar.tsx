"use client";

import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { FilterButton } from "@/components/items/filter-button";
import { TeamButton } from "@/components/teams/team-button";
import { type Bucketing, bucketSizes, measures, units } from "@/lib/domain/balance";
import { measureWords, unitWords } from "@/lib/domain/glossary";
import classes from "./balance-bar.module.css";
import { CompareSelect } from "./compare-select";
import { PeriodFields } from "./period-fields";
import type { BalanceView } from "./view-parameters";

type BalanceBarProps = {
  productId: string;
  view: BalanceView;
  onChange: (change: Partial<BalanceView>) => void;
  /** The bucket in use where the view leaves it open. */
  bucket: Bucketing;
  /** Whose sprints may be buckets; null is a board that is not told. */
  boards: (string | null)[];
  /** The day of the past that is shown first where one is asked for. */
  knownDay: () => string;
};

const bucketNames: Record<Bucketing, string> = {
  day: "By day",
  week: "By week",
  month: "By month",
  quarter: "By quarter",
  sprint: "By sprint",
};

/** What the page shows: period, bucket, measure, unit, form, filters. All of it is in the URL. */
export function BalanceBar(props: BalanceBarProps) {
  const { productId, view, onChange, bucket, boards, knownDay } = props;
  const choices = [
    ...bucketSizes.map((size) => ({ bucket: size, board: null })),
    // Of several boards, each has its own line of sprints.
    ...boards.map(
      (board) => ({ bucket: "sprint", board: boards.length > 1 ? board : null }) as const,
    ),
  ];
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
        value={choiceKey({ bucket, board: bucket === "sprint" ? view.board : null })}
        data={choices.map((choice) => ({ value: choiceKey(choice), label: choiceName(choice) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange(
            choices.find((choice) => choiceKey(choice) === value) ?? { bucket: null, board: null },
          )
        }
      />
      <SegmentedControl
        aria-label="Measure"
        size="xs"
        value={view.measure}
        data={measures.map((measure) => ({ value: measure, label: measureWords[measure].name }))}
        // Effort is known only of what is done.
        onChange={(measure) =>
          onChange({
            measure,
            ...(measure !== "done" && view.unit === "effort_days" && { unit: "items" }),
          })
        }
      />
      <NativeSelect
        aria-label="Unit"
        size="xs"
        value={view.unit}
        data={units.map((unit) => ({ value: unit, label: unitWords[unit].name }))}
        onChange={({ currentTarget: { value } }) => {
          const unit = units.find((one) => one === value) ?? "items";
          onChange({ unit, ...(unit === "effort_days" && { measure: "done" }) });
        }}
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
        onClick={() => onChange({ asKnownAt: view.asKnownAt === null ? knownDay() : null })}
      >
        As known on…
      </Button>
    </div>
  );
}

type BucketChoice = { bucket: Bucketing; board: string | null };

function choiceKey({ bucket, board }: BucketChoice): string {
  return board === null ? bucket : `${bucket} ${board}`;
}

function choiceName({ bucket, board }: BucketChoice): string {
  return board === null ? bucketNames[bucket] : `${bucketNames[bucket]}, board ${board}`;
}
