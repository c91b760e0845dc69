"use client";

import { Stack, Text, Textarea } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useKeptState } from "@/components/ui/use-kept-state";
import { FormButtons } from "./form-buttons";
import { faultsOf } from "./terms-form";

type ReasonFormProps = {
  /** The reason survives a reload under this name, until it is sent or given up. */
  keptAs: string;
  submit: string;
  label: string;
  /** Rejects with what is to be said beside the reason. */
  onReason: (reason: string) => Promise<unknown>;
  onCancel: () => void;
};

/** One answer and its reason; a refusal stands beside it. */
export function ReasonForm({ keptAs, submit, label, onReason, onCancel }: ReasonFormProps) {
  const [reason, setReason, forget] = useKeptState(keptAs, "");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setIsBusy] = useState(false);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setErrors({});
    try {
      await onReason(reason.trim());
      forget();
    } catch (refusal) {
      setErrors(faultsOf(refusal));
      setIsBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="xs">
        <Textarea
          size="sm"
          label={label}
          autoFocus
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {Object.entries(errors).map(([field, message]) =>
          field === "reason" ? null : (
            <Text key={field} size="sm" c="red" role="alert">
              {message}
            </Text>
          ),
        )}
        <FormButtons
          submit={submit}
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
