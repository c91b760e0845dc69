"use client";

import { Anchor, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import { Link } from "@/components/ui/link";
import classes from "./accounts.module.css";

/** Asks for a mail with a link. What it says afterwards does not tell whether there is such an account. */
export function ForgotPasswordPage({ sendsMail }: { sendsMail: boolean }) {
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Title order={1} size="h2" mb="xs">
        Forgot your password?
      </Title>
      {sendsMail ? (
        <AskForm />
      ) : (
        <Text mb="md">
          This server sends no mail. Whoever runs it can make a new password for you, with npm run
          new-password.
        </Text>
      )}
      <Anchor component={Link} href="/sign-in" size="sm" underline="always">
        Back to signing in
      </Anchor>
    </main>
  );
}

function AskForm() {
  const form = useForm({
    initialValues: { email: "" },
    validate: { email: (text) => (text.trim() === "" ? "Give your e-mail address." : null) },
  });
  const ask = useMutation({
    mutationFn: (given: typeof form.values) => sendJson("POST", "/api/password-resets", given),
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors({ email: fields.email ?? error.message });
    },
  });
  if (ask.isSuccess) {
    return (
      <Text mb="md" role="status">
        If <bdi>{ask.variables.email.trim()}</bdi> has an account with a password here, a mail with
        a link is on its way. The link works once, for an hour.
      </Text>
    );
  }
  return (
    <form
      aria-label="Ask for a new password"
      onSubmit={form.onSubmit((given) => ask.mutate(given))}
      noValidate
    >
      <Text c="dimmed" mb="md">
        A link to choose a new one comes by mail.
      </Text>
      <Stack gap="md" mb="md">
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps("email")}
        />
        <Button type="submit" loading={ask.isPending}>
          Send me the link
        </Button>
      </Stack>
    </form>
  );
}
