"use client";

import { Stack } from "@mantine/core";
import { useIsKept } from "@/components/ui/use-kept-state";
import { lastOf } from "@/lib/agreements/last-of";
import type { Agreement, AnswerAgreement } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import type { Side, Terms } from "@/lib/domain/agreement";
import { sideNames } from "./agreement-words";
import { AnswerChoices } from "./answer-choices";
import { RangeNote } from "./stage-form";
import { TermsForm } from "./terms-form";
import type { AgreementChanges } from "./use-agreement-changes";

type OwnColumnProps = {
  stage: Stage;
  team: { id: string; name: string } | null;
  side: Side;
  open: Agreement | undefined;
  /** What is in force while this is talked about: a draft is made against it. */
  inForce: Agreement | undefined;
  /** Where the sliders begin. */
  initial: Terms;
  locale: string;
  timeZone: string;
  changes: AgreementChanges;
  onFeature: (feature: number | null) => void;
};

/**
 * What the speaking side can do now: propose, answer, or wait and withdraw. A draft is the side's
 * own: it stays in sight, beside whatever the other side puts on the table meanwhile.
 */
export function OwnColumn(props: OwnColumnProps) {
  const { stage, team, side, open, inForce, initial } = props;
  const { locale, timeZone, changes, onFeature } = props;
  const draft = `draft ${stage.id} ${team?.id ?? ""} ${inForce?.id ?? ""} ${side}`;
  const [isDrafted, setIsDrafted] = useIsKept(draft);
  const say = async (said: Omit<AnswerAgreement, "side" | "version">) => {
    if (!open) return;
    const { id, version } = open;
    await changes.answer.mutateAsync({ id, said: { ...said, side, version } });
    onFeature(null);
  };
  const isAnswering = open !== undefined && open.side !== side;
  return (
    <Stack gap="sm">
      {!open && stage.suggestion ? <RangeNote suggestion={stage.suggestion} /> : null}
      {open ? (
        <AnswerChoices
          key={`${open.id} ${open.version}`}
          {...{ open, side, locale, timeZone, isDrafted }}
          onSay={say}
          onDraft={() => setIsDrafted(true)}
        />
      ) : null}
      {!open || (isAnswering && isDrafted) ? (
        <TermsForm
          key={draft}
          initial={(open && lastOf(open, side)) ?? initial}
          keptAs={draft}
          submit={`Propose as ${sideNames[side].toLowerCase()}`}
          days={open ? [] : [{ field: "reviewOn", label: "Talk again on (optional)" }]}
          onDraft={setIsDrafted}
          onSubmit={({ days, ...terms }) =>
            open
              ? say({ decision: "counter", ...terms })
              : changes.propose.mutateAsync({
                  ...{ ...terms, side, stageId: stage.id, teamId: team?.id ?? null },
                  reviewOn: days.reviewOn || null,
                })
          }
          {...(open && { onFeature, onCancel: () => onFeature(null) })}
        />
      ) : null}
    </Stack>
  );
}
