"use client";

import { Button, Group, Text } from "@mantine/core";
import { formatPercent } from "@/components/ui/format";
import { useKeptState } from "@/components/ui/use-kept-state";
import { lastOf } from "@/lib/agreements/last-of";
import type { Agreement, AnswerAgreement } from "@/lib/contracts/agreements";
import { type Decision, otherSide, type Side } from "@/lib/domain/agreement";
import { sideNames } from "./agreement-words";
import { ReasonForm } from "./reason-form";
import { SaidTerms } from "./said-terms";

type AnswerChoicesProps = {
  open: Agreement;
  side: Side;
  locale: string;
  timeZone: string;
  /** True where a counter-proposal is being made under it. */
  isDrafted: boolean;
  onSay: (said: Omit<AnswerAgreement, "side" | "version">) => Promise<void>;
  onDraft: () => void;
};

/** What a side can say to the version on the table, but for other terms: those have their own form. */
export function AnswerChoices(props: AnswerChoicesProps) {
  const { open, side, locale, timeZone, isDrafted, onSay, onDraft } = props;
  const talk = `talk ${open.id} ${open.version} ${side}`;
  const [form, setForm] = useKeptState<Decision | null>(`${talk} answer`, null);
  const own = lastOf(open, side);
  const isOwn = open.side === side;
  const choose = (decision: Decision, name: string) => (
    <Button size="sm" variant="default" onClick={() => setForm(decision)}>
      {name}
    </Button>
  );
  const reason = (decision: Decision, submit: string, label: string) =>
    form === decision ? (
      <ReasonForm
        keptAs={`${talk} ${decision}`}
        submit={submit}
        label={label}
        onReason={(why) => onSay({ decision, reason: why })}
        onCancel={() => setForm(null)}
      />
    ) : null;
  if (isOwn) {
    return (
      <>
        {own ? <SaidTerms step={own} locale={locale} timeZone={timeZone} /> : null}
        <Text size="sm">
          Waits for {sideNames[otherSide(side)].toLowerCase()}. Only they can answer it.
        </Text>
        {form === null ? <Group>{choose("withdraw", "Withdraw the proposal")}</Group> : null}
        {reason("withdraw", "Withdraw", "Why (optional)")}
      </>
    );
  }
  const accept = `Accept ${formatPercent(open.shares.feature, locale)} as ${sideNames[side].toLowerCase()}`;
  return (
    <>
      <Text size="sm">
        {own
          ? `Your last word: ${formatPercent(own.shares.feature, locale)} new features.`
          : "The other side’s proposal waits for your answer."}
      </Text>
      {form === null ? (
        <Group gap="xs">
          <Button size="sm" onClick={() => setForm("accept")}>
            Accept
          </Button>
          {isDrafted ? null : (
            <Button size="sm" variant="default" onClick={onDraft}>
              Propose something else
            </Button>
          )}
          {choose("decline", "Decline")}
        </Group>
      ) : null}
      {reason("accept", accept, "Why (optional)")}
      {reason("decline", "Decline it", "Why")}
      {isDrafted ? (
        <Text size="sm" fw={600}>
          Your own draft
        </Text>
      ) : null}
    </>
  );
}
