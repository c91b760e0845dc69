"use client";

import { Skeleton, Text, UnstyledButton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { sureness } from "@/components/items/because-words";
import { FailureNote } from "@/components/ui/failure-note";
import { formatCount } from "@/components/ui/format";
import { LoadMore } from "@/components/ui/load-more";
import { useLocale } from "@/components/ui/use-locale";
import type { JudgedItem } from "@/lib/contracts/model";
import { categoryWords } from "@/lib/domain/glossary";
import { CategoryName } from "./category-name";
import type { JudgedSelection } from "./judged-parameters";
import classes from "./model.module.css";
import { judgedOptions } from "./model-query";

type JudgedItemsProps = {
  productId: string;
  selection: JudgedSelection;
  onItem: (itemId: string) => void;
};

/** Corrected items, the latest decision first: what the model said of each, and what it turned out. */
export function JudgedItems({ productId, selection, onItem }: JudgedItemsProps) {
  const locale = useLocale();
  const list = useInfiniteQuery(judgedOptions(productId, selection));
  if (list.isPending) return <Skeleton height={240} aria-label="Loading the items" />;
  if (!list.data) {
    return <FailureNote title="The items could not be read">{list.error.message}</FailureNote>;
  }
  const [first] = list.data.pages;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {formatCount(first?.total ?? 0, "item", locale)}, the latest decision first.
      </Text>
      <ul className={classes.items}>
        {list.data.pages
          .flatMap(({ items }) => items)
          .map((item) => (
            <li key={item.itemId}>
              <UnstyledButton className={classes.open} onClick={() => onItem(item.itemId)}>
                <bdi>{item.title || "Without a title"}</bdi>
              </UnstyledButton>
              <Verdict item={item} />
            </li>
          ))}
      </ul>
      <LoadMore list={list} label="More items" />
    </>
  );
}

function Verdict({ item: { key, said, corrected, confidence, sharedSaid } }: { item: JudgedItem }) {
  const isRight = said === corrected;
  return (
    <Text size="xs" c="dimmed" component="div">
      {key} · the model said <CategoryName category={said} />, {sureness(confidence)}
      {isRight ? ": right" : null}
      {isRight ? null : (
        <>
          : wrong, people decided <CategoryName category={corrected} />
        </>
      )}
      {sharedSaid === said ? null : ` · the shared model alone: ${categoryWords[sharedSaid].name}`}
    </Text>
  );
}
