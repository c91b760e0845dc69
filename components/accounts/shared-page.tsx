"use client";

import { Text } from "@mantine/core";
import { RecordPage } from "@/components/meetings/record-page";
import { SampleMark } from "@/components/shell/sample-mark";
import { formatInstant } from "@/components/ui/format";
import { OpensItems } from "@/components/ui/opens-items";
import { useLocale } from "@/components/ui/use-locale";
import type { Shared } from "@/lib/contracts/shared";
import classes from "./accounts.module.css";
import { SharedBalance } from "./shared-balance";

/** What a link shows, and no way to anything else. */
export function SharedPage({ shared }: { shared: Shared }) {
  const locale = useLocale();
  const until = formatInstant(shared.expiresAt, locale, "UTC");
  return (
    <main id="main" className={classes.wide} tabIndex={-1}>
      <Text size="sm" c="dimmed" mb="md">
        Shared by <bdi>{shared.sharedBy}</bdi>, to be seen until {until} UTC.
      </Text>
      {shared.sample ? <SampleMark /> : null}
      <OpensItems value={false}>
        {shared.kind === "meeting" ? (
          <RecordPage meeting={shared.meeting} shared />
        ) : (
          <SharedBalance {...shared} />
        )}
      </OpensItems>
    </main>
  );
}
