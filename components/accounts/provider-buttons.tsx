"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";

export type ProviderNames = { github: boolean; oidc: boolean };

/** Where signing in leads: on to a page, or in by an invitation. */
type Destination = { next: string } | { invitation: string };

type ProviderButtonsProps = { providers: ProviderNames; to: () => Destination };

/** The ways to sign in elsewhere, as far as they are set up. */
export function ProviderButtons({ providers, to }: ProviderButtonsProps) {
  const leave = useMutation({
    mutationFn: (provider: string) =>
      sendJson<{ url: string }>("POST", "/api/auth/sign-in/social", { provider, ...to() }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  if (!providers.github && !providers.oidc) return null;
  return (
    <Stack gap="xs" mt="lg">
      {providers.github ? (
        <Button variant="default" onClick={() => leave.mutate("github")}>
          Continue with GitHub
        </Button>
      ) : null}
      {providers.oidc ? (
        <Button variant="default" onClick={() => leave.mutate("oidc")}>
          Continue with your organisation's sign-in
        </Button>
      ) : null}
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {leave.error?.message}
      </Text>
    </Stack>
  );
}
