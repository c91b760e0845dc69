"use client";

import { SegmentedControl, Skeleton, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import classes from "@/components/flow/flow.module.css";
import { splits } from "@/lib/domain/split";
import type { SplitReportProps } from "./split-report";
import { splitNames } from "./split-words";

const SplitReport = dynamic(() => import("./split-report").then((module) => module.SplitReport), {
  loading: () => <Skeleton height={300} />,
});

/** The balance divided by source or team, where one of them is asked for. */
export function SplitSection(props: Omit<SplitReportProps, "by">) {
  const { view, onView } = props;
  return (
    <section
      // Undivided it is a choice alone, and no choice is made on paper.
      className={`${classes.section} ${view.split ? "" : classes.toggle}`}
      aria-labelledby="split"
    >
      <div className={classes.head}>
        <Title order={2} size="h4" id="split">
          Side by side
        </Title>
        <SegmentedControl
          aria-label="Side by side"
          size="xs"
          value={view.split ?? ""}
          data={[
            { value: "", label: "Undivided" },
            ...splits.map((by) => ({ value: by, label: splitNames[by].button })),
          ]}
          onChange={(value) => onView({ split: splits.find((by) => by === value) ?? null })}
        />
      </div>
      {view.split ? <SplitReport {...props} by={view.split} /> : null}
    </section>
  );
}
