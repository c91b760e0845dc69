"use client";

import { Button, Group, PasswordInput, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** The reader's password; sessions elsewhere and API tokens end with the old one. */
export function PasswordSection() {
  const form = useForm({ initialValues: { present: "", password: "" } });
  const change = useMutation({
    mutationFn: (given: typeof form.values) => sendJson("PUT", "/api/me/password", given),
    onSuccess: () => {
      form.reset();
      void notify({
        message: "Your password is changed. Your other sessions and your API tokens have ended.",
      });
    },
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors(Object.keys(fields).length > 0 ? fields : { present: error.message });
    },
  });
  return (
    <section aria-label="Your password">
      <Title order={2} size="h4" mb="xs">
        Your password
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        With a changed password your other sessions end, and all of your API tokens.
      </Text>
      <form onSubmit={form.onSubmit((given) => change.mutate(given))}>
        <Group align="end" gap="sm">
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            w={220}
            required
            {...form.getInputProps("present")}
          />
          <PasswordInput
            label="New password"
            autoComplete="new-password"
            w={220}
            required
            {...form.getInputProps("password")}
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            Change it
          </Button>
        </Group>
      </form>
    </section>
  );
}
