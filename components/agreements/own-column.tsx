"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useKeptState } from "@/components/ui/use-kept-state";
import { lastOf } from "@/lib/agreements/last-of";
import type { Agreement, AnswerAgreement } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import { type Decision, otherSide, type Side, type Terms } from "@/lib/domain/agreement";
import { sideNames } from "./agreement-words";
import { ReasonForm } from "./reason-form";
import { SaidTerms } from "./said-terms";
import { RangeNote } from "./stage-form";
import { TermsForm } from "./terms-form";
import type { AgreementChanges } from "./use-agreement-changes";

type OwnColumnProps = {
  stage: Stage;
  team: { id: string; name: string } | null;
  side: Side;
  open: Agreement | undefined;
  /** Where the sliders begin. */
  initial: Terms;
  locale: string;
  timeZone: string;
  changes: AgreementChanges;
  onFeature: (feature: number | null) => void;
};

/** What the speaking side can do now: propose, answer, or wait and withdraw. */
export function OwnColumn(props: OwnColumnProps) {
  const { stage, team, side, open, initial, locale, timeZone, changes, onFeature } = props;
  const talk = `talk ${stage.id} ${team?.id ?? ""} ${open?.id ?? ""} ${open?.version ?? ""} ${side}`;
  const [form, setForm] = useKeptState<Decision | null>(`${talk} answer`, null);
  if (!open) {
    return (
      <Stack gap="sm">
        {stage.suggestion ? <RangeNote suggestion={stage.suggestion} /> : null}
        <TermsForm
          initial={initial}
          keptAs={talk}
          submit={`Propose as ${sideNames[side].toLowerCase()}`}
          days={[{ field: "reviewOn", label: "Talk again on (optional)" }]}
          onSubmit={({ days, ...terms }) =>
            changes.propose.mutateAsync({
              ...{ ...terms, side, stageId: stage.id, teamId: team?.id ?? null },
              reviewOn: days.reviewOn || null,
            })
          }
        />
      </Stack>
    );
  }
  const say = async (said: Omit<AnswerAgreement, "side" | "version">) => {
    await changes.answer.mutateAsync({
      id: open.id,
      said: { ...said, side, version: open.version },
    });
    onFeature(null);
  };
  const own = lastOf(open, side);
  const close = () => {
    setForm(null);
    onFeature(null);
  };
  if (open.side === side) {
    return (
      <Stack gap="sm">
        {own ? <SaidTerms step={own} locale={locale} timeZone={timeZone} /> : null}
        <Text size="sm">
          Waits for {sideNames[otherSide(side)].toLowerCase()}. Only they can answer it.
        </Text>
        {form === null ? (
          <Group>
            <Button size="xs" variant="default" onClick={() => setForm("withdraw")}>
              Withdraw the proposal
            </Button>
          </Group>
        ) : (
          <ReasonForm
            keptAs={`${talk} withdraw`}
            submit="Withdraw"
            label="Why (optional)"
            onReason={(reason) => say({ decision: "withdraw", reason })}
            onCancel={close}
          />
        )}
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      {own ? (
        <Text size="sm">Your last word: {own.shares.feature}% new features.</Text>
      ) : (
        <Text size="sm">The other side’s proposal waits for your answer.</Text>
      )}
      {form === null ? (
        <Group gap="xs">
          <Button size="sm" onClick={() => setForm("accept")}>
            Accept
          </Button>
          <Button size="sm" variant="default" onClick={() => setForm("counter")}>
            Propose something else
          </Button>
          <Button size="sm" variant="default" onClick={() => setForm("decline")}>
            Decline
          </Button>
        </Group>
      ) : null}
      {form === "accept" ? (
        <ReasonForm
          keptAs={`${talk} accept`}
          submit={`Accept ${initial.shares.feature}% as ${sideNames[side].toLowerCase()}`}
          label="Why (optional)"
          onReason={(reason) => say({ decision: "accept", reason })}
          onCancel={close}
        />
      ) : null}
      {form === "decline" ? (
        <ReasonForm
          keptAs={`${talk} decline`}
          submit="Decline it"
          label="Why"
          onReason={(reason) => say({ decision: "decline", reason })}
          onCancel={close}
        />
      ) : null}
      {form === "counter" ? (
        <TermsForm
          initial={own ?? initial}
          keptAs={talk}
          submit={`Propose as ${sideNames[side].toLowerCase()}`}
          onFeature={onFeature}
          onSubmit={({ days: _, ...terms }) => say({ decision: "counter", ...terms })}
          onCancel={close}
        />
      ) : null}
    </Stack>
  );
}
