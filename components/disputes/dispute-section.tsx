"use client";

import { Button, Group, Text, Textarea } from "@mantine/core";
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Item, OpenDispute } from "@/lib/contracts/items";
import classes from "./disputes.module.css";
import { SettleButtons } from "./settle-buttons";
import { useContest, useSettle } from "./use-disputes";

type DisputeSectionProps = { item: Item; timeZone: string };

/** Who contests an item's category and why, with the ways to settle it; or the way to contest it. */
export function DisputeSection({ item, timeZone }: DisputeSectionProps) {
  const root = useRef<HTMLDivElement>(null);
  const contest = useContest();
  const settle = useSettle();
  const [writing, setWriting] = useState(false);
  // What had the focus is gone by then.
  const refocus = () => root.current?.focus();
  const cancel = () => {
    setWriting(false);
    refocus();
  };
  return (
    <div ref={root} tabIndex={-1} className={classes.section}>
      {item.dispute ? (
        <OpenDisputePanel dispute={item.dispute} timeZone={timeZone}>
          <SettleButtons
            item={item}
            isPending={settle.isPending}
            onSettle={(category) => settle.mutate({ item, category }, { onSuccess: refocus })}
          />
        </OpenDisputePanel>
      ) : null}
      {!item.dispute && writing ? (
        <ContestForm
          isPending={contest.isPending}
          onContest={(reason) => contest.mutate({ item, reason }, { onSuccess: cancel })}
          onCancel={cancel}
        />
      ) : null}
      {item.dispute || writing ? null : (
        <Allowed right="classify">
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            Contest the category
          </Button>
        </Allowed>
      )}
    </div>
  );
}

type OpenDisputePanelProps = { dispute: OpenDispute; timeZone: string; children: ReactNode };

function OpenDisputePanel({ dispute, timeZone, children }: OpenDisputePanelProps) {
  const locale = useLocale();
  return (
    <section className={classes.panel} aria-label="Contested">
      <Text size="sm">
        <strong>Contested</strong> by <bdi>{dispute.actor}</bdi>,{" "}
        {formatInstant(dispute.at, locale, timeZone)}
      </Text>
      <Reason text={dispute.reason} />
      <Allowed right="classify">
        <Text size="xs" c="dimmed">
          Settle it, or withdraw it by keeping the category:
        </Text>
        {children}
      </Allowed>
    </section>
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

type ContestFormProps = {
  isPending: boolean;
  onContest: (reason: string) => void;
  onCancel: () => void;
};

function ContestForm({ isPending, onContest, onCancel }: ContestFormProps) {
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") onContest(reason);
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
        // Escape would close the drawer around it, and with it what was written.
        data-mantine-stop-propagation={reason !== ""}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="xs" loading={isPending}>
          Contest
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
