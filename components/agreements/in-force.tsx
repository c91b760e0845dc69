"use client";

import { Stack, Text, Title } from "@mantine/core";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import { AgreedStatement } from "./agreed-statement";

type InForceProps = {
  stage: Stage;
  inForce: Agreement | undefined;
  isOver: boolean;
  locale: string;
  timeZone: string;
};

/** What is agreed for a stage, or that nothing is. */
export function InForce({ stage, inForce, isOver, locale, timeZone }: InForceProps) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="in-force">
      <Title order={2} size="h4" id="in-force">
        {isOver ? `What was agreed for ${stage.name}` : `Agreed for ${stage.name}`}
      </Title>
      {inForce ? (
        <AgreedStatement agreement={inForce} locale={locale} timeZone={timeZone} />
      ) : (
        <Text>Nothing is agreed for this stage. It may stay so: a stage needs no target.</Text>
      )}
    </Stack>
  );
}
