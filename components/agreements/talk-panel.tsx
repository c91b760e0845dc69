"use client";

import { Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { formatPercent } from "@/components/ui/format";
import { lastOf } from "@/lib/agreements/last-of";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import { otherSide, type Side, sides, type Terms } from "@/lib/domain/agreement";
import { startingRanges } from "@/lib/domain/starting-ranges";
import { ActualShare, type HereAndWeek } from "./actual-share";
import { gapWords, sideNames } from "./agreement-words";
import classes from "./agreements.module.css";
import { OwnColumn } from "./own-column";
import { SaidTerms } from "./said-terms";
import type { AgreementChanges } from "./use-agreement-changes";

export type TalkPanelProps = {
  productId: string;
  stage: Stage;
  team: { id: string; name: string } | null;
  /** For which side who looks is speaking; null is somebody who reads. */
  side: Side | null;
  /** What waits for an answer, what is in force. */
  open: Agreement | undefined;
  inForce: Agreement | undefined;
  here: HereAndWeek;
  locale: string;
  changes: AgreementChanges;
};

/** The talk about a stage: what each side wants, and between them what is. */
export function TalkPanel(props: TalkPanelProps) {
  const { productId, stage, team, side, open, inForce, here, locale, changes } = props;
  const [feature, setFeature] = useState<number | null>(null);
  const tabled = open?.shares.feature;
  const answered = feature ?? (open && lastOf(open, otherSide(open.side))?.shares.feature);
  const { measure, unit } = open ?? inForce ?? { measure: "done" as const, unit: "items" as const };
  return (
    <Stack gap="sm" component="section" aria-labelledby="talk">
      <Title order={2} size="h4" id="talk">
        {open ? `On the table for ${stage.name}` : `Propose what to agree for ${stage.name}`}
      </Title>
      <div className={classes.columns}>
        {sides.map((column) => [
          column === "engineering" ? (
            <div key="between" className={classes.between}>
              <ActualShare {...{ productId, measure, unit, team, here, locale }} />
              <Text size="sm" mt="md">
                {inForce
                  ? `Agreed until now: ${formatPercent(inForce.shares.feature, locale)} new features.`
                  : "Nothing is in force for this stage yet."}
              </Text>
              {open && answered !== undefined && tabled !== undefined ? (
                <Text fw={600} mt="md" aria-live="polite">
                  {gapWords(tabled, answered, locale)}
                </Text>
              ) : null}
            </div>
          ) : null,
          <section key={column} aria-label={sideNames[column]}>
            <Title order={3} size="h5" mb="xs">
              {sideNames[column]}
              {column === side ? ", speaking" : ""}
            </Title>
            {column === side ? (
              <OwnColumn
                key={side}
                {...{ stage, team, side, open, inForce, locale, changes }}
                timeZone={here.timeZone}
                initial={open ?? inForce ?? startOf(stage)}
                onFeature={setFeature}
              />
            ) : (
              <OtherColumn side={column} open={open} locale={locale} timeZone={here.timeZone} />
            )}
          </section>,
        ])}
      </div>
    </Stack>
  );
}

function OtherColumn({
  side,
  open,
  locale,
  timeZone,
}: {
  side: Side;
  open: Agreement | undefined;
  locale: string;
  timeZone: string;
}) {
  const said = open && lastOf(open, side);
  return (
    <Stack gap="xs">
      {said ? <SaidTerms step={said} locale={locale} timeZone={timeZone} /> : null}
      {open?.waitsFor === side ? (
        <Text size="sm">The proposal waits for an answer of this side.</Text>
      ) : null}
      {open ? null : <Text size="sm">Has put nothing on the table.</Text>}
    </Stack>
  );
}

/** Where the sliders stand before anybody has said anything. */
function startOf({ suggestion }: Stage): Terms {
  const range = suggestion ? startingRanges[suggestion].feature : { least: 60, most: 60 };
  const feature = Math.round((range.least + range.most) / 2);
  return { shares: { feature, upkeep: 100 - feature }, tolerance: 5 };
}
