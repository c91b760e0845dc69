"use client";

import { Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import { EmailField } from "./email-field";

type Values = { email: string; password: string };

/** E-mail and password. What goes wrong stands at its field. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> | void }) {
  const form = useForm<Values>({
    initialValues: { email: "", password: "" },
    validate: {
      email: (text) => (text.trim() === "" ? "Give your e-mail address." : null),
      password: (text) => (text === "" ? "Give your password." : null),
    },
  });
  const enter = useMutation({
    mutationFn: async (values: Values) => {
      await sendJson("POST", "/api/sign-in", values);
      await onSignedIn();
    },
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors(Object.keys(fields).length > 0 ? fields : { password: error.message });
    },
  });
  return (
    <form
      aria-label="Sign in"
      onSubmit={form.onSubmit((values) => enter.mutate(values))}
      noValidate
    >
      <Stack gap="md">
        <EmailField {...form.getInputProps("email")} />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={enter.isPending || enter.isSuccess}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
