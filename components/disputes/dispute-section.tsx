"use client";

import { Button, Group, Text, Textarea } from "@mantine/core";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Item } from "@/lib/contracts/items";
import classes from "./disputes.module.css";
import { SettleButtons } from "./settle-buttons";
import { useContest, useSettle } from "./use-disputes";

type DisputeSectionProps = { item: Item; timeZone: string };

/** Who contests an item's category and why, with the ways to settle it; or the way to contest it. */
export function DisputeSection({ item, timeZone }: DisputeSectionProps) {
  const locale = useLocale();
  const settle = useSettle();
  const [writing, setWriting] = useState(false);
  const { dispute } = item;
  if (dispute) {
    return (
      <section className={classes.panel} aria-label="Contested">
        <Text size="sm">
          <strong>Contested</strong> by <bdi>{dispute.actor}</bdi>,{" "}
          {formatInstant(dispute.at, locale, timeZone)}
        </Text>
        <Reason text={dispute.reason} />
        <SettleButtons
          item={item}
          isPending={settle.isPending}
          onSettle={(category) => settle.mutate({ item, category })}
        />
      </section>
    );
  }
  if (writing) return <ContestForm item={item} onDone={() => setWriting(false)} />;
  return (
    <Group>
      <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
        Contest the category
      </Button>
    </Group>
  );
}

/** A person's own words, as they were written. */
export function Reason({ text }: { text: string }) {
  return (
    <blockquote className={classes.reason}>
      <bdi>{text}</bdi>
    </blockquote>
  );
}

function ContestForm({ item, onDone }: { item: Item; onDone: () => void }) {
  const contest = useContest();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") contest.mutate({ item, reason }, { onSuccess: onDone });
  };
  return (
    <form className={classes.panel} onSubmit={submit}>
      <Textarea
        label="Which category is right, and why?"
        description="The item keeps its category, is marked, and is listed for the next meeting."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        required
        ref={field}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="xs" loading={contest.isPending}>
          Contest
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
