"use client";

import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { formatDay } from "@/components/ui/format";
import { useIsKept } from "@/components/ui/use-kept-state";
import type { Agreement, AnswerAgreement } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import type { Side, Terms } from "@/lib/domain/agreement";
import { AgreedStatement } from "./agreed-statement";
import { shortTerms, sideNames } from "./agreement-words";
import { ReasonForm } from "./reason-form";
import { replacedSentence } from "./replaced-exceptions";
import { SaidTerms } from "./said-terms";
import { TermsForm } from "./terms-form";
import type { AgreementChanges } from "./use-agreement-changes";

type ExceptionsPanelProps = {
  stage: Stage;
  team: { id: string; name: string } | null;
  side: Side | null;
  /** Those of the stage and team, newest first. */
  exceptions: Agreement[];
  initial: Terms;
  today: string;
  locale: string;
  timeZone: string;
  changes: AgreementChanges;
};

/** Other shares for some days of the stage, agreed the same way and judged by themselves. */
export function ExceptionsPanel(props: ExceptionsPanelProps) {
  const { stage, team, side, exceptions, initial, today, locale, timeZone, changes } = props;
  const draft = `exception ${stage.id} ${team?.id ?? ""} ${side}`;
  const [isDrafted, setIsDrafted] = useIsKept(draft);
  const [isOpened, setIsOpened] = useState(false);
  const isForm = isOpened || isDrafted;
  const open = exceptions.find(({ state }) => state === "proposed");
  const inForce = exceptions.filter(
    ({ state, exception }) => state === "in_force" && (exception?.endsOn ?? "") >= today,
  );
  return (
    <Stack gap="sm" component="section" aria-labelledby="exceptions">
      <Title order={2} size="h4" id="exceptions">
        Exceptions
      </Title>
      {inForce.map((one) => (
        <AgreedStatement key={one.id} agreement={one} locale={locale} timeZone={timeZone} />
      ))}
      {open ? (
        <OpenException
          {...{ open, exceptions, side, locale, timeZone, changes }}
          key={`${open.version} ${side}`}
        />
      ) : null}
      {!open && !isForm && side ? (
        <Group>
          <Button size="xs" variant="default" onClick={() => setIsOpened(true)}>
            Propose an exception
          </Button>
        </Group>
      ) : null}
      {!open && isForm && side ? (
        <div style={{ maxWidth: 480 }}>
          <TermsForm
            key={draft}
            initial={initial}
            keptAs={draft}
            onDraft={setIsDrafted}
            submit={`Propose the exception as ${sideNames[side].toLowerCase()}`}
            days={[
              { field: "startsOn", label: "First day (empty: today)" },
              { field: "endsOn", label: "Last day" },
            ]}
            consequence={({ startsOn, endsOn }) =>
              endsOn
                ? replacedSentence({ startsOn: startsOn || today, endsOn }, exceptions, locale)
                : null
            }
            onSubmit={async ({ days, ...terms }) => {
              await changes.except.mutateAsync({
                ...{ ...terms, side, stageId: stage.id, teamId: team?.id ?? null },
                ...(days.startsOn && { startsOn: days.startsOn }),
                endsOn: days.endsOn ?? "",
              });
              setIsOpened(false);
            }}
            onCancel={() => setIsOpened(false)}
          />
        </div>
      ) : null}
    </Stack>
  );
}

type OpenExceptionProps = {
  open: Agreement;
  exceptions: Agreement[];
  side: Side | null;
  locale: string;
  timeZone: string;
  changes: AgreementChanges;
};

function OpenException(props: OpenExceptionProps) {
  const { open, exceptions, side, locale, timeZone, changes } = props;
  const [form, setForm] = useState<"accept" | "counter" | "decline" | "withdraw" | null>(null);
  const say = (said: Omit<AnswerAgreement, "side" | "version">) =>
    side === null
      ? Promise.resolve()
      : changes.answer.mutateAsync({ id: open.id, said: { ...said, side, version: open.version } });
  const tabled = open.steps.findLast(({ version }) => version === open.version);
  const choices = choicesOf(open, side);
  const { startsOn = "", endsOn = "" } = open.exception ?? {};
  const replaced = replacedSentence({ startsOn, endsOn }, exceptions, locale);
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {sideNames[open.side]} proposes {shortTerms(open, locale)} from{" "}
        {formatDay(startsOn, locale)} to {formatDay(endsOn, locale)}.
      </Text>
      {replaced ? <Text size="sm">{replaced}</Text> : null}
      {tabled ? <SaidTerms step={tabled} locale={locale} timeZone={timeZone} /> : null}
      {form === null ? (
        <Group gap="xs">
          {choices.map((choice) => (
            <Button key={choice} size="xs" variant="default" onClick={() => setForm(choice)}>
              {choiceWords[choice]}
            </Button>
          ))}
        </Group>
      ) : null}
      {form === "counter" && side ? (
        <TermsForm
          initial={open}
          keptAs={`exception ${open.id} ${open.version} ${side} ${form}`}
          submit={`Propose as ${sideNames[side].toLowerCase()}`}
          onSubmit={({ days: _, ...terms }) => say({ decision: "counter", ...terms })}
          onCancel={() => setForm(null)}
        />
      ) : null}
      {form !== null && form !== "counter" ? (
        <ReasonForm
          keptAs={`exception ${open.id} ${open.version} ${side} ${form}`}
          submit={choiceWords[form]}
          label={form === "decline" ? "Why" : "Why (optional)"}
          onReason={(reason) => say({ decision: form, reason })}
          onCancel={() => setForm(null)}
        />
      ) : null}
    </Stack>
  );
}

function choicesOf(open: Agreement, side: Side | null) {
  if (side === null) return [];
  return open.side === side ? (["withdraw"] as const) : (["accept", "counter", "decline"] as const);
}

const choiceWords = {
  accept: "Accept the exception",
  counter: "Propose something else for these days",
  decline: "Decline the exception",
  withdraw: "Withdraw the exception",
} as const;
