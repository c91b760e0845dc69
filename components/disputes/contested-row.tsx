"use client";

import { Button, Group, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { becauseWords } from "@/components/items/because-words";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatInstantDay } from "@/components/ui/format";
import { TrackerLink } from "@/components/ui/tracker-link";
import { useLocale } from "@/components/ui/use-locale";
import type { Item } from "@/lib/contracts/items";
import { categoryWords } from "@/lib/domain/glossary";
import { Reason } from "./dispute-section";
import classes from "./disputes.module.css";
import { SettleButtons } from "./settle-buttons";
import { type Settlement, useSettle, useUnsettle } from "./use-disputes";

type ContestedRowProps = { item: Item; timeZone: string; onDetail: () => void };

/** One contested item. Once settled it stays in its place, with the way back. */
export function ContestedRow({ item, timeZone, onDetail }: ContestedRowProps) {
  const locale = useLocale();
  const day = (at: string) => formatInstantDay(at, locale, timeZone);
  const settle = useSettle();
  const unsettle = useUnsettle();
  const [settled, setSettled] = useState<Settlement | null>(null);
  const { dispute } = settled?.item ?? item;
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.title} onClick={onDetail}>
        <bdi>{item.title}</bdi>
      </UnstyledButton>
      <div className={classes.facts}>
        <TrackerLink url={item.url}>{item.key}</TrackerLink>
        <span className={classes.category}>
          <CategorySwatch category={item.category ?? "unclassified"} />
          {categoryWords[item.category ?? "unclassified"].name}
        </span>
        <span>
          because: <bdi>{becauseWords(item, day)}</bdi>
        </span>
      </div>
      {dispute ? (
        <div>
          <Reason text={dispute.reason} />
          <Text size="sm" c="dimmed">
            <bdi>{dispute.actor}</bdi>, {day(dispute.at)}
          </Text>
        </div>
      ) : null}
      {item.dispute ? (
        <Allowed right="classify">
          <SettleButtons
            item={item}
            isPending={settle.isPending}
            onSettle={(category) => {
              setSettled({ item, category });
              settle.mutate({ item, category }, { onError: () => setSettled(null) });
            }}
          />
        </Allowed>
      ) : (
        <Group gap="xs">
          <Text size="sm" fw={600} role="status">
            Settled: {settled && settled.category === settled.item.category ? "it stays" : "it is"}{" "}
            {categoryWords[item.category ?? "unclassified"].name}
          </Text>
          {settled ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={unsettle.isPending}
              onClick={() => unsettle.mutate(settled, { onSuccess: () => setSettled(null) })}
            >
              Undo
            </Button>
          ) : null}
        </Group>
      )}
    </li>
  );
}
