"use client";

import { Text, Title } from "@mantine/core";
import { driftSentence } from "@/components/agreements/target-words";
import { BalanceChart } from "@/components/balance/balance-chart";
import { BalanceTable } from "@/components/balance/balance-table";
import { headline } from "@/components/balance/headline";
import { RecordPage } from "@/components/meetings/record-page";
import { formatInstant } from "@/components/ui/format";
import { notify } from "@/components/ui/notify";
import { useLocale } from "@/components/ui/use-locale";
import type { Shared } from "@/lib/contracts/shared";
import classes from "./accounts.module.css";

/** What a link shows, and no way to anything else. */
export function SharedPage({ shared }: { shared: Shared }) {
  const locale = useLocale();
  const until = formatInstant(shared.expiresAt, locale, "UTC");
  return (
    <main id="main" className={classes.wide} tabIndex={-1}>
      <Text size="sm" c="dimmed" mb="md">
        Shared by <bdi>{shared.sharedBy}</bdi>, to be seen until {until}.
      </Text>
      {shared.kind === "meeting" ? (
        <RecordPage meeting={shared.meeting} shared />
      ) : (
        <SharedBalance shared={shared} />
      )}
    </main>
  );
}

function SharedBalance({ shared }: { shared: Extract<Shared, { kind: "balance" }> }) {
  const { product, balance } = shared;
  const locale = useLocale();
  const sentence = headline({ balance, period: "custom", filtered: false, locale, known: null });
  const notShared = () => void notify({ message: "The items are not part of what is shared." });
  return (
    <>
      <Title order={1} size="h3">
        <bdi>{product.name}</bdi>: {sentence}
      </Title>
      <Text fw={600} mb="md">
        {driftSentence(balance, locale)}
      </Text>
      <BalanceChart balance={balance} view="shares" locale={locale} notes={[]} onOpen={notShared} />
      <BalanceTable
        balance={balance}
        locale={locale}
        onOpen={notShared}
        onOpenContested={notShared}
      />
    </>
  );
}
