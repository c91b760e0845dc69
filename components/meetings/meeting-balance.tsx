"use client";

import { Button, Group, Skeleton, Text, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { driftSentence } from "@/components/agreements/target-words";
import { BalanceChart } from "@/components/balance/balance-chart";
import { Figures } from "@/components/balance/figures";
import { headline } from "@/components/balance/headline";
import type { NumberClicked } from "@/components/balance/items-behind";
import { Legend } from "@/components/balance/legend";
import { SavePictureButton } from "@/components/balance/save-picture-button";
import { selectionOf } from "@/components/balance/selection";
import type { Balance } from "@/lib/contracts/balance";
import type { Meeting } from "@/lib/contracts/meetings";
import { useOpenItems } from "./meeting-items";
import classes from "./meetings.module.css";

const BalanceTable = dynamic(
  () => import("@/components/balance/balance-table").then((module) => module.BalanceTable),
  { loading: () => <Skeleton height={240} /> },
);

type MeetingBalanceProps = { meeting: Meeting; order: 1 | 2; locale: string };

/** What was delivered against what was agreed, as known at the start: the same on every showing. */
export function MeetingBalance({ meeting, order, locale }: MeetingBalanceProps) {
  const { startedAt } = meeting;
  const { balance, stock } = meeting.opening;
  const notes = meeting.opening.notes.filter(({ day }) => day >= balance.from);
  const openItems = useOpenItems();
  const [table, setTable] = useState(false);
  const chart = useRef<HTMLDivElement>(null);
  const sentence = headline({ balance, period: "custom", filtered: false, locale, known: null });
  const agreed = driftSentence(balance, locale) ?? balance.targetsMissing;
  const open = (of: Balance, clicked: NumberClicked, name?: string) =>
    openItems(
      selectionOf(of, clicked, { asKnownAt: startedAt }, { locale, ...(name && { name }) }),
    );
  return (
    <>
      <div>
        <Title order={order} className={classes.headline} data-testid="headline">
          {sentence}
        </Title>
        <Text fw={600} size="lg" mt={4} data-testid="agreed-sentence">
          {agreed ?? "Nothing is agreed for these days."}
        </Text>
      </div>
      <Figures
        balance={balance}
        stock={stock}
        locale={locale}
        onOpen={(of, category, name) => open(of, { bucket: null, category }, name)}
      />
      <Group justify="space-between">
        <Legend
          balance={balance}
          view="shares"
          locale={locale}
          onOpen={(category) => open(balance, { bucket: null, category })}
          onOpenContested={() => open(balance, { bucket: null, category: null, contested: true })}
        />
        <Group gap="md" className={classes.tools}>
          <SavePictureButton
            place={chart}
            title={sentence}
            view="shares"
            {...{ balance, locale }}
            events={notes}
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
      </Group>
      <div ref={chart}>
        <BalanceChart
          balance={balance}
          view="shares"
          locale={locale}
          events={notes}
          onOpen={(bucket, category) => open(balance, { bucket, category })}
        />
      </div>
      {table ? (
        <BalanceTable
          balance={balance}
          locale={locale}
          onOpen={(bucket, category) => open(balance, { bucket, category })}
          onOpenContested={(bucket) => open(balance, { bucket, category: null, contested: true })}
        />
      ) : null}
    </>
  );
}
