"use client";

import { Chip, Fieldset, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatAmount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import { type Trait, traitsOf } from "@/lib/domain/triage-trait";
import classes from "./alike.module.css";
import { sharedTraitsOptions } from "./alike-query";
import { traitKey } from "./alike-step";
import type { TriageItem } from "./triage-step";
import { traitWords } from "./triage-words";

type AlikeTraitsProps = {
  item: TriageItem;
  chosen: readonly Trait[];
  /** Nothing is being stored, so that what is counted stays true. */
  isReady: boolean;
  onChoose: (keys: string[]) => void;
};

/** What the item has, each with how many of those that wait have it too. */
export function AlikeTraits({ item, chosen, isReady, onChoose }: AlikeTraitsProps) {
  const locale = useLocale();
  const { data } = useQuery({ ...sharedTraitsOptions(item.id), enabled: isReady });
  const waiting = new Map(data?.traits.map((trait) => [traitKey(trait), trait.waiting]));
  const offered = traitsOf(item);
  if (offered.length === 0) {
    return <Text size="sm">It has no label, type, parent or author that others could share.</Text>;
  }
  return (
    <Fieldset variant="unstyled" legend={<Text size="sm">All that also …</Text>}>
      <Chip.Group multiple value={chosen.map(traitKey)} onChange={onChoose}>
        <Group gap={6}>
          {offered.map((trait, at) => {
            const key = traitKey(trait);
            const count = waiting.get(key);
            return (
              <Chip
                key={key}
                value={key}
                size="xs"
                variant="outline"
                data-autofocus={at === 0 || undefined}
              >
                <span className={classes.trait}>
                  <bdi>{traitWords(trait)}</bdi>
                </span>
                <span className={classes.count}>
                  {" · "}
                  {count === undefined ? "…" : formatAmount(count, locale)}
                </span>
              </Chip>
            );
          })}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
