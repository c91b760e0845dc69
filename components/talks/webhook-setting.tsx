"use client";

import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatInstant } from "@/components/ui/format";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import { messageWaitsMinutes } from "@/lib/domain/digest";
import { useWebhookChanges } from "./use-webhook-changes";
import { productWebhookOptions } from "./webhook-query";

/** Where the product's messages go: set, tried, removed. Its address is typed here and shown nowhere. */
export function WebhookSetting({ product }: { product: Product }) {
  const locale = useLocale();
  const read = useQuery(productWebhookOptions(product.id));
  const { set, test, remove } = useWebhookChanges(product.id);
  const [url, setUrl] = useState("");
  const webhook = read.data?.webhook ?? null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    test.reset();
    set.mutate(url, { onSuccess: () => setUrl("") });
  };
  return (
    <Stack gap="xs" component="section" aria-label="Messages">
      <Title order={2} size="h4">
        Messages
      </Title>
      <Text size="sm" c="dimmed">
        A webhook of Slack, or one that takes the same, as Mattermost does, is told once of each
        reason to talk, and gets the digests. Whoever knows its address can write there: it is kept
        encrypted and not shown again. What does not arrive is tried again after{" "}
        {messageWaitsMinutes.slice(0, -1).join(", ")} and {messageWaitsMinutes.at(-1)} minutes, and
        then given up; what its host refuses is given up at once. Set the webhook again, and what
        was given up and still holds is told.
      </Text>
      {read.isError && !read.data ? (
        <ReadFailure
          title="The webhook could not be read"
          error={read.error}
          onRetry={() => void read.refetch()}
        />
      ) : null}
      <div role="status">
        {webhook ? (
          <Text size="sm">
            Messages go to <strong>{webhook.host}</strong>. {lastWords()}
          </Text>
        ) : read.data ? (
          <Text size="sm">No webhook is set: nothing is sent.</Text>
        ) : null}
      </div>
      <form onSubmit={save} noValidate>
        <TextInput
          label={webhook ? "Another address" : "Address of the webhook"}
          placeholder="https://hooks.slack.com/services/…"
          autoComplete="off"
          spellCheck={false}
          value={url}
          error={set.error?.message}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={set.isPending} disabled={url.trim() === ""}>
            Set the webhook
          </Button>
          {webhook ? (
            <>
              <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
                Send a test message
              </Button>
              <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
                Remove the webhook
              </Button>
            </>
          ) : null}
        </Group>
      </form>
      {remove.error ? <Text size="sm">{remove.error.message}</Text> : null}
    </Stack>
  );

  function lastWords(): string {
    const last = webhook?.last;
    if (!last) return "Nothing was sent yet.";
    const at = formatInstant(last.at, locale, product.timeZone);
    return last.fault === null
      ? `The last message arrived, ${at}.`
      : `The last message did not arrive, ${at}: ${last.fault}`;
  }
}
