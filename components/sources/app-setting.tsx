"use client";

import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ApiError } from "@/components/ui/api";
import type { Source } from "@/lib/contracts/sources";
import { appProblems, problemsFrom } from "./connect-problems";
import { type AppValues, appOf, emptyApp } from "./connect-values";
import { GithubAppFields } from "./github-app-fields";
import { Reveal } from "./reveal";
import { useReveal } from "./use-reveal";
import { useUpdateSource } from "./use-update-source";

/** A GitHub App in place of what the source is read with, checked before it takes that place. */
export function AppSetting({ source }: { source: Source }) {
  const [shown, show] = useReveal(false);
  if (!shown) return <Reveal onClick={show}>Read with a GitHub App</Reveal>;
  return <AppSettingForm source={source} />;
}

function AppSettingForm({ source }: { source: Source }) {
  const form = useForm<AppValues>({ initialValues: emptyApp, validate: appProblems });
  const update = useUpdateSource(source);
  const save = (values: AppValues) =>
    update.mutate(
      { app: appOf(values) },
      {
        onSuccess: () => form.reset(),
        onError: (error) => {
          if (error instanceof ApiError) form.setErrors(problemsFrom(error.fields));
        },
      },
    );
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack gap="xs" maw={420}>
        <GithubAppFields form={form} />
        <Button
          type="submit"
          variant="default"
          loading={update.isPending}
          style={{ alignSelf: "flex-start" }}
        >
          Save the App
        </Button>
      </Stack>
    </form>
  );
}
