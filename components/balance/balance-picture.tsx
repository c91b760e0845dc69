"use client";

import { Button, Group, Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";
import { useMay } from "@/components/accounts/viewer";
import { NotesSection } from "@/components/notes/notes-section";
import { useChartEvents } from "@/components/notes/use-chart-events";
import { FileLink } from "@/components/ui/file-link";
import type { Balance } from "@/lib/contracts/balance";
import type { ChartView } from "@/lib/domain/balance";
import { BalanceChart } from "./balance-chart";
import classes from "./balance-page.module.css";
import type { NumberClicked } from "./items-behind";
import { Legend } from "./legend";
import { SavePictureButton } from "./save-picture-button";

const BalanceTable = dynamic(
  () => import("./balance-table").then((module) => module.BalanceTable),
  { loading: () => <Skeleton height={240} /> },
);

type BalancePictureProps = {
  productId: string;
  /** The day in the product's time zone. */
  today: string;
  balance: Balance;
  /** What the picture shows, in a sentence. */
  title: string;
  view: ChartView;
  share: ReactNode;
  /** Where its numbers can be saved. */
  fileHref: string;
  locale: string;
  onOpen: (clicked: NumberClicked) => void;
};

/** The chart with its legend, the notes on its days and, where it is asked for, its table. */
export function BalancePicture(props: BalancePictureProps) {
  const { productId, today, balance, title, view, share, fileHref, locale, onOpen } = props;
  const { notes, events } = useChartEvents(productId, balance, locale);
  const mayNote = useMay("manage_products");
  const [table, setTable] = useState(false);
  const [noteDay, setNoteDay] = useState<string | null>(null);
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
        <Group gap="md" className={classes.tools}>
          {share}
          <SavePictureButton
            place={chart}
            title={title}
            balance={balance}
            view={view}
            locale={locale}
            events={events}
          />
          <FileLink href={fileHref}>Numbers as CSV</FileLink>
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
          events={events}
          onOpen={(bucket, category) => onOpen({ bucket, category })}
          {...(mayNote && {
            onNote: ({ start }: { start: string }) =>
              setNoteDay(start < balance.from ? balance.from : start),
          })}
        />
      </div>
      <NotesSection
        productId={productId}
        notes={notes}
        events={events}
        days={balance}
        day={balance.to < today ? balance.to : today}
        begun={noteDay}
        onBegin={setNoteDay}
        locale={locale}
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
