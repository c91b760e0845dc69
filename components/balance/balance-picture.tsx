"use client";

import { Button, Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Balance } from "@/lib/contracts/balance";
import { BalanceChart } from "./balance-chart";
import classes from "./balance-page.module.css";
import type { NumberClicked } from "./items-behind";
import { Legend } from "./legend";
import type { ChartView } from "./view-parameters";

const BalanceTable = dynamic(
  () => import("./balance-table").then((module) => module.BalanceTable),
  { loading: () => <Skeleton height={240} /> },
);

type BalancePictureProps = {
  balance: Balance;
  view: ChartView;
  locale: string;
  onOpen: (clicked: NumberClicked) => void;
};

/** The chart with its legend and, where it is asked for, its table. */
export function BalancePicture({ balance, view, locale, onOpen }: BalancePictureProps) {
  const [table, setTable] = useState(false);
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
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          aria-expanded={table}
          onClick={() => setTable(!table)}
        >
          {table ? "Hide the table" : "Show as a table"}
        </Button>
      </div>
      <BalanceChart
        balance={balance}
        view={view}
        locale={locale}
        onOpen={(bucket, category) => onOpen({ bucket, category })}
      />
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
