"use client";

import { Button, Group, Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import type { Balance } from "@/lib/contracts/balance";
import { BalanceChart } from "./balance-chart";
import classes from "./balance-page.module.css";
import type { NumberClicked } from "./items-behind";
import { Legend } from "./legend";
import { SavePictureButton } from "./save-picture-button";
import type { ChartView } from "./view-parameters";

const BalanceTable = dynamic(
  () => import("./balance-table").then((module) => module.BalanceTable),
  { loading: () => <Skeleton height={240} /> },
);

type BalancePictureProps = {
  balance: Balance;
  /** What the picture shows, in a sentence. */
  title: string;
  view: ChartView;
  locale: string;
  onOpen: (clicked: NumberClicked) => void;
};

/** The chart with its legend and, where it is asked for, its table. */
export function BalancePicture({ balance, title, view, locale, onOpen }: BalancePictureProps) {
  const [table, setTable] = useState(false);
  const chart = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className={classes.chartHead}>
        <Legend
          balance={balance}
          view={view}
          locale={locale}
          onOpen={(category) => onOpen({ bucket: null, category })}
          onOpenContested={() => onOpen({ bucket: null, category: null, contested: true })}
        />
        <Group gap="md">
          <SavePictureButton
            place={chart}
            title={title}
            balance={balance}
            view={view}
            locale={locale}
          />
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            aria-expanded={table}
            onClick={() => setTable(!table)}
          >
            {table ? "Hide the table" : "Show as a table"}
          </Button>
        </Group>
      </div>
      <div ref={chart}>
        <BalanceChart
          balance={balance}
          view={view}
          locale={locale}
          onOpen={(bucket, category) => onOpen({ bucket, category })}
        />
      </div>
      {table ? (
        <BalanceTable
          balance={balance}
          locale={locale}
          onOpen={(bucket, category) => onOpen({ bucket, category })}
          onOpenContested={(bucket) => onOpen({ bucket, category: null, contested: true })}
        />
      ) : null}
    </>
  );
}
