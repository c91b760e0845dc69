"use client";

import { Anchor, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Allowed } from "@/components/accounts/viewer";
import { DisputeSection } from "@/components/disputes/dispute-section";
import { learntWords } from "@/components/model/model-words";
import { ruleOfItemAddress } from "@/components/rules/new-rule-parameters";
import { FailureNote } from "@/components/ui/failure-note";
import { formatAmount, formatInstant } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { seenTitle } from "@/components/ui/seen-title";
import { TrackerLink } from "@/components/ui/tracker-link";
import { useLocale } from "@/components/ui/use-locale";
import type { ItemDetail } from "@/lib/contracts/items";
import { becauseWords } from "./because-words";
import { CategoryCell } from "./category-cell";
import { decidingPhrases } from "./deciding-phrases";
import classes from "./item-detail-view.module.css";
import { itemOptions } from "./items-query";
import { MarkedText } from "./marked-text";
import { SuggestionNote } from "./suggestion-note";
import { timeLine } from "./time-line";

type ItemDetailViewProps = { productId: string; itemId: string; timeZone: string };

/** One item: its text as it stands in the tracker, its category and why, and both its journals. */
export function ItemDetailView({ productId, itemId, timeZone }: ItemDetailViewProps) {
  const locale = useLocale();
  const { data: item, error, isPending } = useQuery(itemOptions(itemId));
  if (isPending) return <Skeleton height={240} aria-label="Loading the item" />;
  if (!item) {
    return <FailureNote title="The item could not be read">{error?.message}</FailureNote>;
  }
  const phrases = decidingPhrases(item);
  const learnt = learntWords(item.suggestion?.evidence ?? item.evidence);
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h4" className={classes.wrap}>
          <MarkedText text={seenTitle(item.title)} phrases={phrases} />
        </Title>
        <Text size="sm" c="dimmed">
          <TrackerLink url={item.url}>{item.key}</TrackerLink>
        </Text>
      </div>
      <Group gap="sm">
        <CategoryCell item={item} />
        <Text size="sm" c="dimmed">
          Because: <bdi>{becauseWords(item, (at) => formatInstant(at, locale, timeZone))}</bdi>
          {learnt ? ` · ${learnt}` : ""}
        </Text>
      </Group>
      <SuggestionNote item={item} />
      <DisputeSection item={item} timeZone={timeZone} />
      <Allowed right="manage_rules">
        <Anchor component={Link} size="sm" href={ruleOfItemAddress(productId, item)}>
          Make a rule of this
        </Anchor>
      </Allowed>
      <Facts item={item} />
      <TimeLine item={item} timeZone={timeZone} />
      <div className={classes.body}>
        {item.body ? <MarkedText text={item.body} phrases={phrases} /> : "No description."}
      </div>
    </Stack>
  );
}

function Facts({ item }: { item: ItemDetail }) {
  const locale = useLocale();
  const amount = (value: number | null) => (value === null ? null : formatAmount(value, locale));
  const facts = [
    { name: "Type", value: item.type },
    { name: "Labels", value: item.labels.join(", ") },
    { name: "Components", value: item.components.join(", ") },
    { name: "Sprint", value: item.sprint },
    { name: "Milestone", value: item.milestone },
    { name: "Assignee", value: item.assignees.join(", ") },
    { name: "Points", value: amount(item.points) },
    { name: "Effort in days", value: amount(item.effortDays) },
  ].filter((fact) => fact.value);
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TimeLine({ item, timeZone }: { item: ItemDetail; timeZone: string }) {
  const locale = useLocale();
  return (
    <section aria-label="What happened to it">
      <ol className={classes.line}>
        {timeLine(item).map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>
            <span className={classes.when}>{formatInstant(entry.at, locale, timeZone)}</span>{" "}
            {entry.what}
            {entry.why ? <span className={classes.why}> · {entry.why}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
