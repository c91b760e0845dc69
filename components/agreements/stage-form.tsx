"use client";

import { Anchor, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { Link } from "@/components/ui/link";
import { useKeptState } from "@/components/ui/use-kept-state";
import type { Stage } from "@/lib/contracts/stages";
import { type StageSuggestion, stageSuggestions } from "@/lib/domain/agreement";
import { startingRanges } from "@/lib/domain/starting-ranges";
import classes from "./agreements.module.css";
import { DayField } from "./day-field";
import { FormButtons } from "./form-buttons";
import { faultsOf } from "./terms-form";

export type StageValues = {
  name: string;
  startsOn: string;
  endsOn: string | null;
  goals: string;
  suggestion: StageSuggestion | null;
};

type StageFormProps = {
  /** The stage that is changed; undefined makes a new one. */
  stage?: Stage | undefined;
  /** Under what name what is typed is kept in this tab, until it is saved or given up. */
  keptAs: string;
  today: string;
  onSave: (values: StageValues) => Promise<unknown>;
  onCancel: () => void;
};

/** A stage's name, days and goals. */
export function StageForm({ stage, keptAs, today, onSave, onCancel }: StageFormProps) {
  const [values, setValues, forget] = useKeptState<StageValues>(keptAs, {
    name: stage?.name ?? "",
    startsOn: stage?.startsOn ?? today,
    endsOn: stage?.endsOn ?? null,
    goals: stage?.goals ?? "",
    suggestion: stage?.suggestion ?? null,
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setIsBusy] = useState(false);
  const change = (some: Partial<StageValues>) => {
    setValues({ ...values, ...some });
    // What was refused is said until it is changed, by hand or by a suggestion.
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => !(field in some))));
  };
  const suggest = (chosen: string) => {
    const suggestion = stageSuggestions.find((one) => one === chosen) ?? null;
    change({ suggestion, ...(suggestion && { name: startingRanges[suggestion].name }) });
  };
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setErrors({});
    try {
      await onSave(values);
      forget();
    } catch (refusal) {
      setErrors(faultsOf(refusal));
      setIsBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => void send(event)}
      noValidate
      aria-label={stage ? "Change the stage" : "New stage"}
    >
      <Stack gap="sm" maw={560}>
        {stage ? null : (
          <>
            <NativeSelect
              size="sm"
              label="Begin with a suggestion"
              value={values.suggestion ?? ""}
              data={[
                { value: "", label: "None" },
                ...stageSuggestions.map((one) => ({ value: one, label: startingRanges[one].name })),
              ]}
              onChange={(event) => suggest(event.currentTarget.value)}
            />
            {values.suggestion ? <RangeNote suggestion={values.suggestion} /> : null}
          </>
        )}
        <TextInput
          size="sm"
          label="Name of the stage"
          maxLength={80}
          value={values.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <div className={classes.days}>
          <DayField
            label="First day"
            value={values.startsOn}
            error={errors.startsOn}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DayField
            label="Last day, if it is known"
            value={values.endsOn ?? ""}
            error={errors.endsOn}
            onChange={(endsOn) => change({ endsOn: endsOn || null })}
          />
        </div>
        <Textarea
          size="sm"
          label="Goals"
          description="What the product is to reach in it. Both sides see them beside every proposal."
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={values.goals}
          error={errors.goals}
          onChange={(event) => change({ goals: event.currentTarget.value })}
        />
        {errors.other ? (
          <Text size="sm" c="red" role="alert">
            {errors.other}
          </Text>
        ) : null}
        <FormButtons
          submit={stage ? "Save the stage" : "Add the stage"}
          isBusy={isBusy}
          onCancel={() => {
            forget();
            onCancel();
          }}
        />
      </Stack>
    </form>
  );
}

/** The range to begin a talk with, as what it is. */
export function RangeNote({ suggestion }: { suggestion: StageSuggestion }) {
  const { meaning, feature } = startingRanges[suggestion];
  return (
    <Text size="sm" c="dimmed">
      {meaning} A starting point to negotiate: {feature.least} to {feature.most}% new features.{" "}
      <Anchor component={Link} size="sm" underline="always" href="/about/ranges">
        Where that comes from
      </Anchor>
    </Text>
  );
}
