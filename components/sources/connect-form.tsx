"use client";

import { Anchor, Button, Checkbox, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { ApiError } from "@/components/ui/api";
import { FailureNote } from "@/components/ui/failure-note";
import type { CreateGithubSource } from "@/lib/contracts/sources";
import { parseRepository } from "@/lib/domain/repository-name";
import { type ConnectValues, emptyConnect, sourceOf } from "./connect-values";
import { RepositoryField } from "./repository-field";
import { TokenHelp } from "./token-help";

type ConnectFormProps = {
  /** Connects, and goes on where that succeeded. Throws ApiError. */
  onConnect: (source: CreateGithubSource) => Promise<void>;
  submitLabel: string;
};

/** One field first; token, Enterprise address and pull requests appear on request. */
export function ConnectForm({ onConnect, submitLabel }: ConnectFormProps) {
  const form = useForm<ConnectValues>({
    initialValues: emptyConnect,
    validate: { repository: (text) => problemOf(text) },
  });
  const [shown, setShown] = useState({ token: false, more: false });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (values: ConnectValues) => {
    setBusy(true);
    setFailure(null);
    try {
      await onConnect(sourceOf(values));
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors(fields);
      setShown({
        token: shown.token || "token" in fields,
        more: shown.more || "apiUrl" in fields || "count" in fields,
      });
      if (Object.keys(fields).length === 0) setFailure(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        <RepositoryField apiUrl={form.values.apiUrl} {...form.getInputProps("repository")} />
        {shown.token ? (
          <PasswordInput
            label="Token"
            description={<TokenHelp />}
            autoComplete="off"
            aria-invalid={form.errors.token !== undefined}
            {...form.getInputProps("token")}
          />
        ) : (
          <Reveal onClick={() => setShown({ ...shown, token: true })}>
            Private repository or more than 60 requests an hour? Add a token
          </Reveal>
        )}
        {shown.more ? <MoreFields form={form} /> : null}
        {shown.more ? null : (
          <Reveal onClick={() => setShown({ ...shown, more: true })}>
            More: GitHub Enterprise, pull requests
          </Reveal>
        )}
        {failure ? <FailureNote title="Not connected">{failure}</FailureNote> : null}
        <Button type="submit" loading={busy} style={{ alignSelf: "flex-start" }}>
          {submitLabel}
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {busy ? "Checking that the repository can be read…" : ""}
        </Text>
      </Stack>
    </form>
  );
}

function MoreFields({ form }: { form: UseFormReturnType<ConnectValues> }) {
  return (
    <>
      <TextInput
        label="GitHub Enterprise API address"
        description="Leave empty for github.com. A private address must be named in ALLOWED_UPSTREAM_HOSTS."
        placeholder="https://github.example.com/api/v3"
        {...form.getInputProps("apiUrl")}
      />
      <Checkbox
        label="Count pull requests too"
        description="Otherwise only issues are work items."
        {...form.getInputProps("pulls", { type: "checkbox" })}
      />
    </>
  );
}

function Reveal({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      underline="always"
      onClick={onClick}
    >
      {children}
    </Anchor>
  );
}

function problemOf(text: string): string | null {
  const parsed = parseRepository(text);
  return parsed.ok ? null : parsed.message;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "It failed without saying why. Try again.";
}
