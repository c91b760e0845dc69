"use client";

import { Button, Group, Text } from "@mantine/core";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Source } from "@/lib/contracts/sources";
import { CopyableText } from "./copyable-text";
import { isOnlyThisMachine } from "./only-this-machine";
import { useWebhook } from "./use-webhook";
import { WebhookSteps } from "./webhook-steps";

type WebhookSettingProps = { source: Source; timeZone: string };

/** A webhook tells of changes at once; without one they are read every few minutes. */
export function WebhookSetting({ source, timeZone }: WebhookSettingProps) {
  const { make, remove } = useWebhook(source);
  const locale = useLocale();
  const { webhook } = source;
  return (
    <section aria-label={`Webhook of ${source.name}`}>
      <Text size="sm" fw={500}>
        Webhook
      </Text>
      <Text size="xs" c="dimmed">
        With one, changes show within seconds. Without, they are read every few minutes: nothing is
        missed either way.
      </Text>
      {webhook ? (
        <>
          <Text size="sm" mt={6}>
            {webhook.lastDeliveryAt
              ? `Last delivery ${formatInstant(webhook.lastDeliveryAt, locale, timeZone)}.`
              : "Nothing was delivered yet."}
          </Text>
          <WebhookAddress path={webhook.path} />
          {make.data ? <NewSecret secret={make.data.secret} /> : null}
          <WebhookSteps source={source} />
        </>
      ) : null}
      <Group gap="xs" mt={8}>
        <Button size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {webhook ? "Make a new secret" : "Set up a webhook"}
        </Button>
        {webhook ? (
          <Button
            size="xs"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            Switch off
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

function NewSecret({ secret }: { secret: string }) {
  return (
    <div role="status">
      <CopyableText label="Secret" text={secret} />
      <Text size="xs" fw={500}>
        Copy it now: it is not shown again. An earlier secret is refused from now on.
      </Text>
    </div>
  );
}

/** The settings open on a click only, so that the browser's own address is known. */
function WebhookAddress({ path }: { path: string }) {
  const { origin, hostname } = window.location;
  return (
    <>
      <CopyableText label="Address" text={`${origin}${path}`} />
      {isOnlyThisMachine(hostname) ? (
        <Text size="xs">
          A tracker cannot reach {hostname}: that name is this machine only. Give it an address that
          forwards {path} to here, such as a tunnel's, in place of {origin}.
        </Text>
      ) : null}
    </>
  );
}
