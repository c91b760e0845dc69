"use client";

import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import classes from "./accounts.module.css";
import { ProviderButtons, type ProviderNames } from "./provider-buttons";

/** Stands at the address that was asked for: signing in leads on to it. */
export function SignInPage({ providers }: { providers: ProviderNames }) {
  const form = useForm({ initialValues: { email: "", password: "" } });
  const enter = useMutation({
    mutationFn: (given: { email: string; password: string }) =>
      sendJson("POST", "/api/sign-in", given),
    onSuccess: () => {
      if (window.location.pathname === "/sign-in") window.location.assign("/");
      else window.location.reload();
    },
  });
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <title>Sign in · Backlog Balance</title>
      <Title order={1} size="h2" mb="md">
        Sign in
      </Title>
      <form onSubmit={form.onSubmit((given) => enter.mutate(given))}>
        <Stack gap="md">
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            {...form.getInputProps("password")}
          />
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {enter.error?.message}
          </Text>
          <Button type="submit" loading={enter.isPending || enter.isSuccess}>
            Sign in
          </Button>
        </Stack>
      </form>
      <ProviderButtons providers={providers} back="/" />
      <Text size="sm" c="dimmed" mt="lg">
        Whoever runs this server can give you a new password. To come in for the first time, open
        the link of your invitation.
      </Text>
    </main>
  );
}
