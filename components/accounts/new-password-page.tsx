"use client";

import { Anchor, Button, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError, sendJson } from "@/components/ui/api";
import { Link } from "@/components/ui/link";
import classes from "./accounts.module.css";
import { watchSecret } from "./watch-secret";

/** Chooses a new password, by the link of a mail; another link begins anew. */
export function NewPasswordPage() {
  const [secret, setSecret] = useState<string | null>(null);
  useEffect(() => watchSecret(window, setSecret), []);
  return <NewPassword key={secret} secret={secret} />;
}

function NewPassword({ secret }: { secret: string | null }) {
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (text) => (text === "" ? "Choose a password." : null) },
  });
  const change = useMutation({
    mutationFn: (given: typeof form.values) =>
      sendJson("POST", "/api/password-resets/use", { secret: secret ?? "none", ...given }),
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors({ password: fields.password ?? error.message });
    },
  });
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Title order={1} size="h2" mb="md">
        A new password
      </Title>
      {change.isSuccess ? (
        <Text mb="md" role="status">
          Your password is changed. You are signed out everywhere, and your API tokens have ended.
        </Text>
      ) : (
        <form
          aria-label="A new password"
          onSubmit={form.onSubmit((given) => change.mutate(given))}
          noValidate
        >
          <Stack gap="md" mb="md">
            <PasswordInput
              label="New password"
              description="At least 10 characters."
              autoComplete="new-password"
              required
              {...form.getInputProps("password")}
            />
            <Button type="submit" loading={change.isPending}>
              Change the password
            </Button>
          </Stack>
        </form>
      )}
      <Ways isChanged={change.isSuccess} />
    </main>
  );
}

function Ways({ isChanged }: { isChanged: boolean }) {
  return (
    <Stack gap={4} align="flex-start">
      <Anchor component={Link} href="/sign-in" size="sm" underline="always">
        {isChanged ? "Sign in" : "Back to signing in"}
      </Anchor>
      {isChanged ? null : (
        <Anchor component={Link} href="/forgot-password" size="sm" underline="always">
          Ask for another link
        </Anchor>
      )}
    </Stack>
  );
}
