"use client";

import { Button, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import { sessionsOptions } from "./accounts-query";
import { useChange } from "./use-change";

/** Where the reader is signed in. */
export function SessionsSection() {
  const { data } = useQuery(sessionsOptions);
  const locale = useLocale();
  const change = useChange();
  return (
    <section aria-label="Your sessions">
      <Title order={2} size="h4" mb="xs">
        Your sessions
      </Title>
      <ul>
        {data?.items.map(({ id, present, startedAt, userAgent, address }) => (
          <li key={id}>
            <Group gap="sm">
              <Text>
                {present ? "This one, since " : "Since "}
                {formatInstant(startedAt, locale, "UTC")}
                {address ? ` from ${address}` : ""}
                {userAgent ? `, ${userAgent.slice(0, 60)}` : ""}
              </Text>
              {present ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() =>
                    change.mutate({ method: "DELETE", path: `/api/me/sessions/${id}` })
                  }
                >
                  End
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
