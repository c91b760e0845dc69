"use client";

import { Checkbox, Group, NumberInput, Slider, Stack, Text, Textarea } from "@mantine/core";
import { type SyntheticEvent, useId, useState } from "react";
import { ApiError } from "@/components/ui/api";
import { formatPercent } from "@/components/ui/format";
import { useKeptState } from "@/components/ui/use-kept-state";
import { useLocale } from "@/components/ui/use-locale";
import type { AgreedShares, Terms } from "@/lib/domain/agreement";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./agreements.module.css";
import { DayField } from "./day-field";
import { FormButtons } from "./form-buttons";

const upkeepCategories = ["maintenance", "rewrite", "tech_debt"] as const;
type UpkeepShares = Record<(typeof upkeepCategories)[number], number>;

export type TermsValues = Terms & { reason: string; days: Record<string, string> };

type TermsFormProps = {
  initial: Terms;
  /** Under what name an unsent draft is kept in this tab; absent: it is not. */
  keptAs?: string;
  submit: string;
  /** Days that are asked for too: the contract's field and its label. */
  days?: { field: string; label: string }[];
  /** What the days that are chosen bring about, in a sentence. */
  consequence?: (chosen: Record<string, string>) => string | null;
  /** Whether there is a draft: something was changed, or it was sent or given up. */
  onDraft?: (isThere: boolean) => void;
  onFeature?: (feature: number) => void;
  /** Rejects with what is to be said beside the field at fault. */
  onSubmit: (values: TermsValues) => Promise<unknown>;
  onCancel?: () => void;
};

/** Shares by a slider, the tolerance, the reason: what a proposal and a counter-proposal are made of. */
export function TermsForm(props: TermsFormProps) {
  const { initial, keptAs, submit, days = [], consequence } = props;
  const { onDraft, onFeature, onSubmit, onCancel } = props;
  const locale = useLocale();
  const label = useId();
  const [draft, setDraft, forget] = useKeptState(keptAs, draftOf(initial));
  const { feature, divided, tolerance, reason, chosen } = draft;
  const change = (changed: Partial<TermsDraft>) => {
    setDraft({ ...draft, ...changed });
    onDraft?.(true);
  };
  const giveUp = () => {
    forget();
    onDraft?.(false);
  };
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setIsBusy] = useState(false);
  const upkeep = Math.round((100 - feature) * 10) / 10;
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    // Left empty it is not none, which would be agreed as exactly this share.
    if (tolerance === null) return setErrors({ tolerance: "Say how many points; 0 is none." });
    setIsBusy(true);
    setErrors({});
    try {
      const shares = divided ? { feature, ...divided } : { feature, upkeep };
      await onSubmit({ shares, tolerance, reason: reason.trim(), days: chosen });
      giveUp();
    } catch (refusal) {
      setErrors(faultsOf(refusal));
    }
    setIsBusy(false);
  };
  const fields = ["shares", "tolerance", "reason", ...days.map(({ field }) => field)];
  const rest = Object.entries(errors).filter(([field]) => !fields.includes(field));
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={500} id={label}>
            {formatPercent(feature, locale)} new features, {formatPercent(upkeep, locale)} upkeep
          </Text>
          <Slider
            value={feature}
            onChange={(value) => {
              change({ feature: value });
              onFeature?.(value);
            }}
            min={0}
            max={100}
            label={null}
            color="ink"
            thumbProps={{
              "aria-labelledby": label,
              "aria-valuetext": `${feature} percent new features`,
            }}
          />
        </div>
        <Checkbox
          size="xs"
          label="Say how upkeep is divided"
          checked={divided !== null}
          onChange={(event) =>
            change({ divided: event.currentTarget.checked ? evenly(upkeep) : null })
          }
        />
        {divided ? (
          <Group gap="xs" grow align="flex-start">
            {upkeepCategories.map((category) => (
              <NumberInput
                key={category}
                size="xs"
                label={`${categoryWords[category].name}, %`}
                min={0}
                max={100}
                value={divided[category]}
                onChange={(value) => change({ divided: { ...divided, [category]: Number(value) } })}
              />
            ))}
          </Group>
        ) : null}
        {errors.shares ? (
          <Text size="sm" c="red" role="alert">
            {errors.shares}
          </Text>
        ) : null}
        <NumberInput
          size="xs"
          maw={180}
          label="Tolerance, points either way"
          min={0}
          max={100}
          clampBehavior="none"
          value={tolerance ?? ""}
          error={errors.tolerance}
          onChange={(value) => change({ tolerance: value === "" ? null : Number(value) })}
        />
        {days.length > 0 ? (
          <div>
            <div className={classes.days}>
              {days.map(({ field, label: name }) => (
                <DayField
                  key={field}
                  label={name}
                  value={chosen[field] ?? ""}
                  error={errors[field]}
                  onChange={(day) => change({ chosen: { ...chosen, [field]: day } })}
                />
              ))}
            </div>
            <Text size="sm" c="dimmed" role="status">
              {consequence?.(chosen)}
            </Text>
          </div>
        ) : null}
        <Textarea
          size="sm"
          label="Why"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={reason}
          error={errors.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {rest.map(([field, message]) => (
          <Text key={field} size="sm" c="red" role="alert">
            {message}
          </Text>
        ))}
        <FormButtons
          submit={submit}
          isBusy={isBusy}
          onCancel={
            onCancel &&
            (() => {
              giveUp();
              onCancel();
            })
          }
        />
      </Stack>
    </form>
  );
}

type TermsDraft = {
  feature: number;
  divided: UpkeepShares | null;
  /** Null where it was emptied. */
  tolerance: number | null;
  reason: string;
  /** Days by field. */
  chosen: Record<string, string>;
};

function draftOf({ shares, tolerance }: Terms): TermsDraft {
  const { feature } = shares;
  return { feature, divided: upkeepOf(shares), tolerance, reason: "", chosen: {} };
}

function upkeepOf(shares: AgreedShares): UpkeepShares | null {
  if ("upkeep" in shares) return null;
  const { maintenance, rewrite, tech_debt } = shares;
  return { maintenance, rewrite, tech_debt };
}

/** Whole percent that add up to what upkeep has. */
function evenly(upkeep: number): UpkeepShares {
  const part = Math.floor(upkeep / 3);
  return { maintenance: Math.round((upkeep - 2 * part) * 10) / 10, rewrite: part, tech_debt: part };
}

/** What a refusal says, by the first part of the field's name. */
export function faultsOf(refusal: unknown): Record<string, string> {
  const fields = refusal instanceof ApiError ? Object.entries(refusal.fields) : [];
  if (fields.length === 0) {
    return { other: refusal instanceof Error ? refusal.message : "It was not saved." };
  }
  return Object.fromEntries(fields.map(([field, said]) => [field.split(".")[0] ?? field, said]));
}
