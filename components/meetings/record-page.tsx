"use client";

import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { ShareButton } from "@/components/accounts/share-button";
import { basisWords, sideNames, termsWords } from "@/components/agreements/agreement-words";
import { flowSentence, leadTimeSentence } from "@/components/flow/flow-words";
import { moverLines } from "@/components/movers/mover-lines";
import { moversSentence } from "@/components/movers/movers-words";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatInstant } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { TrackerLink } from "@/components/ui/tracker-link";
import { useLocale } from "@/components/ui/use-locale";
import type { Meeting, Planned } from "@/lib/contracts/meetings";
import { sides } from "@/lib/domain/agreement";
import { categoryWords } from "@/lib/domain/glossary";
import type { Decision } from "@/lib/domain/meeting";
import {
  entryWords,
  outcomeWords,
  saidSince,
  stateWords,
  subjectOf,
} from "@/lib/meetings/record-words";
import { checkPlan } from "@/lib/plan/check-plan";
import { planSentence } from "@/lib/plan/plan-words";
import { LeftBeside } from "./left-note";
import { MeetingBalance } from "./meeting-balance";
import { MeetingItems } from "./meeting-items";
import classes from "./meetings.module.css";
import { RecordedWhatIf } from "./recorded-what-if";
import { SettledList } from "./settled-list";

type RecordPageProps = {
  meeting: Meeting;
  /** Seen by link: there is no way from it to anything else. */
  shared?: boolean;
};

/** What a meeting showed and what came of it, as it was; it prints as it reads. */
export function RecordPage({ meeting, shared = false }: RecordPageProps) {
  const { product, startedAt, closedAt, closedBy, minutes, opening, happened } = meeting;
  const locale = useLocale();
  const at = (instant: string) => formatInstant(instant, locale, product.timeZone);
  return (
    <MeetingItems productId={product.id} timeZone={product.timeZone}>
      <article className={classes.record}>
        <div>
          <Title order={1} size="h2">
            Meeting of {product.name}, {at(startedAt)}
          </Title>
          <Text size="sm" c="dimmed">
            {closedAt
              ? `Closed ${at(closedAt)} by ${closedBy}. The numbers are as they were known at its start; nothing of this record changes any more.`
              : "This meeting is still open: this is how it stands."}
          </Text>
          <Group gap="xs" mt="xs" className={classes.tools}>
            <Button size="xs" variant="default" onClick={() => window.print()}>
              Print
            </Button>
            {shared ? null : <WaysOn meeting={meeting} />}
          </Group>
        </div>
        <LeftBeside meeting={meeting} />
        {opening.stage?.goals ? (
          <Part name={`Goals of ${opening.stage.name}`}>
            <Text className={classes.text}>{opening.stage.goals}</Text>
          </Part>
        ) : null}
        <Part name="Who was there">
          {sides.map((side) => (
            <Text key={side} className={classes.text}>
              {sideNames[side]}: {minutes.attendance[side] || "nobody named"}
            </Text>
          ))}
        </Part>
        <Part name="Decisions">
          <Entries entries={minutes.decisions} none="Nothing was decided." />
        </Part>
        <Part name="Follow-ups">
          <Entries entries={minutes.followUps} none="Nothing is to be followed up." />
        </Part>
        <Part name="Agreed">
          {happened.agreements.length === 0 ? <Text>Nothing was proposed or answered.</Text> : null}
          {happened.agreements.map((agreement) => (
            <div key={agreement.id}>
              <Text fw={600}>
                {subjectOf(agreement)}: {termsWords(agreement, locale)}, {basisWords(agreement)};{" "}
                {stateWords[agreement.state]}
              </Text>
              <ol>
                {saidSince(agreement, startedAt).map((said) => (
                  <li key={said} className={classes.text}>
                    {said}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </Part>
        <Part name="The next plan">
          <PlannedItems plan={happened.plan} />
        </Part>
        <Part name="Since last time">
          <SinceLastTime meeting={meeting} />
        </Part>
        <section aria-label="The balance">
          <MeetingBalance meeting={meeting} order={2} locale={locale} />
        </section>
        <Part name="What moved it">
          <Text>{moversSentence(opening.movers, moverLines(opening.movers), locale)}</Text>
        </Part>
        <Part name="Debt and lead time">
          <Text>{flowSentence(opening.flow, locale)}</Text>
          <Text>{leadTimeSentence(opening.flow, locale)}</Text>
        </Part>
        <Part name="What if">
          {closedAt && !happened.whatIf ? (
            <Text>This record is older than what keeps it.</Text>
          ) : (
            <RecordedWhatIf whatIf={happened.whatIf} />
          )}
        </Part>
        <Part name="Settled in this meeting">
          <SettledList settled={happened.settled} />
        </Part>
        <Part name="Notes">
          <Text className={classes.text}>{minutes.notes || "None."}</Text>
        </Part>
      </article>
    </MeetingItems>
  );
}

function WaysOn({ meeting: { id, product, closedAt } }: { meeting: Meeting }) {
  const file = (format: string) => `/api/meetings/${id}?format=${format}`;
  return (
    <>
      <Button size="xs" variant="default" component="a" href={file("markdown")} download>
        As Markdown
      </Button>
      <Button size="xs" variant="default" component="a" href={file("csv")} download>
        Numbers as CSV
      </Button>
      <Anchor
        component={Link}
        size="sm"
        underline="always"
        href={`/products/${product.id}/meetings`}
      >
        All meetings
      </Anchor>
      {closedAt ? <ShareButton share={() => ({ kind: "meeting", meetingId: id })} /> : null}
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name}>
      <Title order={2} size="h4" mb={4}>
        {name}
      </Title>
      <Stack gap={4}>{children}</Stack>
    </section>
  );
}

function Entries({ entries, none }: { entries: Decision[]; none: string }) {
  if (entries.length === 0) return <Text>{none}</Text>;
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.text}>
          {entryWords(entry)}
        </li>
      ))}
    </ol>
  );
}

function SinceLastTime({ meeting: { opening, minutes } }: { meeting: Meeting }) {
  const { previous } = opening;
  if (!previous) return <Text>It was the first meeting.</Text>;
  const decided = [...previous.decisions, ...previous.followUps];
  if (decided.length === 0) return <Text>The meeting before had decided nothing.</Text>;
  return (
    <ul>
      {decided.map((entry) => {
        const { outcome = null, remark = "" } = minutes.kept[entry.id] ?? {};
        return (
          <li key={entry.id} className={classes.text}>
            {entryWords(entry)}: <strong>{outcome ? outcomeWords[outcome] : "not said"}</strong>
            {remark ? `. ${remark}` : ""}
          </li>
        );
      })}
    </ul>
  );
}

function PlannedItems({ plan }: { plan: Planned | null }) {
  if (!plan) return <Text>Nothing was chosen.</Text>;
  const items = plan.items.map((item) => ({
    ...item,
    category: item.category ?? ("unclassified" as const),
  }));
  return (
    <>
      <Text fw={600} data-testid="plan-sentence">
        {planSentence(checkPlan(items, plan.target))}
      </Text>
      <ul className={classes.list}>
        {items.map(({ id, key, url, title, category }) => (
          <li key={id}>
            <CategorySwatch category={category} />{" "}
            <TrackerLink url={url} inText>
              {key}
            </TrackerLink>{" "}
            <bdi>{title}</bdi> ({categoryWords[category].name})
          </li>
        ))}
      </ul>
    </>
  );
}
