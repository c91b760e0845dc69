"use client";

import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/components/ui/link";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Trigger } from "@/lib/contracts/triggers";
import { type Reason, reasonWords } from "./reason-words";
import classes from "./talks.module.css";
import { triggersOptions } from "./triggers-query";

/** Why both sides should talk again, each with where it is seen or settled; nothing where none is. */
export function ReasonsToTalk({ productId }: { productId: string }) {
  const triggers = useQuery(triggersOptions(productId));
  if (triggers.isError && !triggers.data) {
    return (
      <ReadFailure
        title="The reasons to talk could not be read"
        error={triggers.error}
        onRetry={() => void triggers.refetch()}
      />
    );
  }
  const items = triggers.data?.items ?? [];
  return (
    <Stack gap="xs" component="section" aria-labelledby="reasons">
      <Title order={2} size="h4" id="reasons">
        Reasons to talk
      </Title>
      {triggers.data && items.length === 0 ? (
        <Text size="sm" c="dimmed">
          None at present. A stage that begins, periods outside the band, the day of review and the
          end of an exception would ask for a talk.
        </Text>
      ) : (
        <ReasonList triggers={items} />
      )}
      <Anchor
        component={Link}
        size="sm"
        underline="always"
        href={`/products/${productId}/digest`}
        style={{ alignSelf: "flex-start" }}
      >
        The digest
      </Anchor>
    </Stack>
  );
}

export function ReasonList({ triggers }: { triggers: (Reason & Pick<Trigger, "key" | "path">)[] }) {
  const locale = useLocale();
  return (
    <ul className={classes.list}>
      {triggers.map((trigger) => (
        <li key={trigger.key}>
          {reasonWords(trigger, locale)}{" "}
          <Anchor component={Link} href={trigger.path} inherit underline="always">
            Look at it
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
