"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FailureNote } from "@/components/ui/failure-note";
import type { CreateSource } from "@/lib/contracts/sources";
import { problemsOf } from "./connect-problems";
import { type ConnectValues, emptyConnect, kindOf } from "./connect-values";
import { GithubFields } from "./github-fields";
import { JiraFields } from "./jira-fields";
import { KindSwitch } from "./kind-switch";
import { PlaceField } from "./place-field";
import { useConnecting } from "./use-connecting";

type ConnectFormProps = {
  /** Connects, and goes on where that succeeded. Throws ApiError. */
  onConnect: (source: CreateSource) => Promise<void>;
};

/** One field first; what its tracker needs appears once the field names one. */
export function ConnectForm({ onConnect }: ConnectFormProps) {
  const form = useForm<ConnectValues>({ initialValues: emptyConnect, validate: problemsOf });
  const { connect, failure, busy } = useConnecting(form, onConnect);
  const isJira = kindOf(form.values) === "jira";
  return (
    <form onSubmit={form.onSubmit(connect)} noValidate>
      <Stack gap="md">
        <PlaceField form={form} />
        <KindSwitch form={form} />
        {isJira ? <JiraFields form={form} /> : <GithubFields form={form} />}
        {failure ? <FailureNote title="Not connected">{failure}</FailureNote> : null}
        <Button type="submit" loading={busy} style={{ alignSelf: "flex-start" }}>
          Connect
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {busy ? `Checking that the ${isJira ? "issues" : "repository"} can be read…` : ""}
        </Text>
      </Stack>
    </form>
  );
}
