"use client";

import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Allowed } from "@/components/accounts/viewer";
import { becauseWords } from "@/components/items/because-words";
import { decidingPhrases } from "@/components/items/deciding-phrases";
import { itemOptions } from "@/components/items/items-query";
import { MarkedText } from "@/components/items/marked-text";
import { suggestionWords } from "@/components/items/suggestion-words";
import { learntWords } from "@/components/model/model-words";
import { ruleOfItemAddress } from "@/components/rules/new-rule-parameters";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatCount } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { seenTitle } from "@/components/ui/seen-title";
import { TrackerLink } from "@/components/ui/tracker-link";
import { useLocale } from "@/components/ui/use-locale";
import { categoryWords } from "@/lib/domain/glossary";
import { suggestedOf } from "@/lib/domain/triage-trait";
import classes from "./triage.module.css";
import type { TriageItem } from "./triage-step";

type TriageItemViewProps = { productId: string; item: TriageItem };

/** One item large: what it says, what is suggested and why. */
export function TriageItemView({ productId, item }: TriageItemViewProps) {
  const { data: detail } = useQuery(itemOptions(item.id));
  const phrases = decidingPhrases(item);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        <TrackerLink url={item.url} inText>
          {item.key}
        </TrackerLink>
        {item.type ? ` · ${item.type}` : ""}
        {item.labels.length > 0 ? ` · ${item.labels.join(", ")}` : ""}
        {item.parentKey ? ` · in ${item.parentKey}` : ""}
      </Text>
      <Title order={2} className={classes.title}>
        <MarkedText text={seenTitle(item.title)} phrases={phrases} />
      </Title>
      <Reason item={item} />
      <Allowed right="manage_rules">
        <Anchor
          component={Link}
          size="sm"
          href={ruleOfItemAddress(productId, { ...item, category: suggestedOf(item) })}
        >
          Make a rule of this
        </Anchor>
      </Allowed>
      <div className={classes.body}>
        {detail?.body ? <MarkedText text={detail.body} phrases={phrases} /> : null}
        {detail && !detail.body ? "No description." : null}
      </div>
    </Stack>
  );
}

function Reason({ item }: { item: TriageItem }) {
  const locale = useLocale();
  const { category, suggestion, settles } = item;
  const learnt = learntWords(suggestion?.evidence ?? item.evidence);
  return (
    <Group gap={8} mih={24}>
      {suggestion ? (
        <>
          <CategorySwatch category={suggestion.category} />
          <Text size="sm">Suggested: {suggestionWords(suggestion)}, by the marked words</Text>
        </>
      ) : (
        <>
          <CategorySwatch category={category ?? "unclassified"} />
          <Text size="sm">
            {categoryWords[category ?? "unclassified"].name}: <bdi>{becauseWords(item)}</bdi>
          </Text>
        </>
      )}
      {learnt ? (
        <Text size="sm" c="dimmed">
          · {learnt}
        </Text>
      ) : null}
      {settles > 0 ? (
        <Text size="sm" c="dimmed">
          · decides {formatCount(settles, "item", locale)} below it too
        </Text>
      ) : null}
    </Group>
  );
}
