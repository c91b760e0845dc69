"use client";

import { Button, Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useMay } from "@/components/accounts/viewer";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useKeptState } from "@/components/ui/use-kept-state";
import type { Stage } from "@/lib/contracts/stages";
import { stageDays } from "./agreement-words";
import classes from "./agreements.module.css";
import { StageForm } from "./stage-form";
import type { AgreementChanges } from "./use-agreement-changes";

type StageLineProps = {
  productId: string;
  stages: Stage[];
  chosen: Stage | undefined;
  today: string;
  locale: string;
  changes: AgreementChanges;
  onChoose: (stageId: string | null) => void;
};

/** The product's life as a line of stages; the chosen one is what the talk below is about. */
export function StageLine(props: StageLineProps) {
  const { productId, stages, chosen, today, locale, changes, onChoose } = props;
  const draft = `stage ${productId}`;
  const [form, setForm] = useKeptState<"new" | "change" | null>(draft, null);
  const mayAgree = useMay("agree");
  const { addStage, changeStage, removeStage } = changes;
  return (
    <Stack gap="sm" component="section" aria-labelledby="stages">
      <Title order={2} size="h4" id="stages">
        Stages
      </Title>
      {stages.length === 0 ? (
        <Text>
          A stage is a period of the product's life that wants a balance of its own. Name the
          present one to begin: an agreement is made for a stage.
        </Text>
      ) : (
        <ScrollRegion label="The product's stages in order">
          <ol className={classes.line}>
            {stages.map((stage) => (
              <li key={stage.id}>
                <UnstyledButton
                  className={classes.stage}
                  aria-pressed={stage.id === chosen?.id}
                  data-past={stage.endsOn !== null && stage.endsOn < today ? true : undefined}
                  onClick={() => onChoose(stage.id)}
                >
                  <Text fw={600}>{stage.name}</Text>
                  <Text size="sm" c="dimmed">
                    {stageDays(stage, today, locale)}
                  </Text>
                </UnstyledButton>
              </li>
            ))}
          </ol>
        </ScrollRegion>
      )}
      {chosen?.goals ? (
        <Text className={classes.reason}>
          <strong>Goals of {chosen.name}:</strong> {chosen.goals}
        </Text>
      ) : null}
      {mayAgree && form === null ? (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setForm("new")}>
            Add a stage
          </Button>
          {chosen ? (
            <Button size="xs" variant="subtle" onClick={() => setForm("change")}>
              Change {chosen.name}
            </Button>
          ) : null}
          {chosen && !chosen.bound ? (
            <ConfirmButton
              key={chosen.id}
              label={`Delete ${chosen.name}`}
              about={`Delete ${chosen.name}`}
              confirm={chosen.goals ? "Yes, delete it and its goals" : "Yes, delete it"}
              loading={removeStage.isPending}
              onConfirm={() => removeStage.mutate(chosen.id, { onSuccess: () => onChoose(null) })}
            />
          ) : null}
        </Group>
      ) : null}
      {mayAgree && form !== null ? (
        <StageForm
          key={form === "change" ? chosen?.id : "new"}
          stage={form === "change" ? chosen : undefined}
          keptAs={`${draft} ${form === "change" ? chosen?.id : "new"}`}
          today={today}
          onCancel={() => setForm(null)}
          onSave={async ({ suggestion, ...values }) => {
            if (form === "change" && chosen) {
              await changeStage.mutateAsync({ id: chosen.id, change: values });
            } else {
              const { id } = await addStage.mutateAsync({ ...values, suggestion });
              onChoose(id);
            }
            setForm(null);
          }}
        />
      ) : null}
    </Stack>
  );
}
