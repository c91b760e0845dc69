"use client";

import { Drawer, Group, Skeleton, Stack, Text } from "@mantine/core";
import { FailureNote } from "@/components/ui/failure-note";
import { formatCount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Category } from "@/lib/domain/category";
import { AlikeList } from "./alike-list";
import { type AlikeCommand, alikeCommandOf, itemsToDecide } from "./alike-step";
import { AlikeTraits } from "./alike-traits";
import { CategoryButtons } from "./category-buttons";
import { KeyButton } from "./key-button";
import type { BatchStep, TriageItem } from "./triage-step";
import { selectionWords } from "./triage-words";
import { useAlike } from "./use-alike";
import { useDecideMany } from "./use-triage-changes";
import { typing, useTriageKeys } from "./use-triage-keys";

type AlikePanelProps = {
  productId: string;
  /** What others are to be like; null while it is closed. */
  item: TriageItem | null;
  singleKeys: boolean;
  onDone: (step: BatchStep, skipped: number) => void;
  onClose: () => void;
};

/** Many of a kind, decided at once. */
export function AlikePanel({ item, onDone, onClose, ...rest }: AlikePanelProps) {
  const decideMany = useDecideMany(rest.productId, onDone);
  // While it is being stored it stays, to say what came of it.
  const close = () => {
    if (decideMany.isPending) return;
    decideMany.reset();
    onClose();
  };
  return (
    <Drawer
      opened={item !== null}
      onClose={close}
      position="right"
      size="min(720px, 100vw)"
      title={<Text fw={600}>Decide many like {item?.key}</Text>}
      closeButtonProps={{ "aria-label": "Close, deciding nothing" }}
      transitionProps={{ duration: 120 }}
    >
      {item ? <Alike key={item.id} {...rest} item={item} decideMany={decideMany} /> : null}
    </Drawer>
  );
}

type AlikeProps = Pick<AlikePanelProps, "productId" | "singleKeys"> & {
  item: TriageItem;
  decideMany: ReturnType<typeof useDecideMany>;
};

function Alike({ productId, item, singleKeys, decideMany }: AlikeProps) {
  const locale = useLocale();
  const alike = useAlike(productId, item);
  const { traits, list, items, selected } = alike;
  const { isPending: isStoring, error, variables } = decideMany;
  const canDecide = (category: Category | null) =>
    !isStoring && itemsToDecide(selected, category).length > 0;
  const run = (command: AlikeCommand) => {
    if (isStoring) return;
    if (command.do === "toggleAll") return alike.toggleAll();
    const { category } = command;
    if (canDecide(category)) {
      decideMany.mutate({ items: itemsToDecide(selected, category), category });
    }
  };
  useTriageKeys({ isOn: singleKeys, commandOf: alikeCommandOf, run, except: typing });
  const isAll = selected.length === items.length;
  return (
    <Stack gap="sm">
      <AlikeTraits item={item} chosen={traits} isReady={alike.isReady} onChoose={alike.choose} />
      <Text size="sm" role="status" mih={20} data-testid="selected">
        {list.data
          ? selectionWords(
              { total: alike.total, listed: items.length, selected: selected.length },
              locale,
            )
          : null}
      </Text>
      {alike.isLoading ? <Skeleton height={160} /> : null}
      {list.error ? (
        <FailureNote title="The items could not be read">
          <Text size="sm">{list.error.message}</Text>
        </FailureNote>
      ) : null}
      {items.length > 0 ? (
        <AlikeList items={items} unselected={alike.unselected} onToggle={alike.toggle} />
      ) : null}
      {error ? (
        <FailureNote
          title={`${formatCount(variables?.items.length ?? 0, "item", locale)} not changed`}
        >
          <Text size="sm">{error.message}</Text>
        </FailureNote>
      ) : null}
      <CategoryButtons
        disabled={!canDecide("feature")}
        onCategory={(category) => run({ do: "decide", category })}
      />
      <Group gap={8}>
        <KeyButton
          shown="A"
          keys="a"
          title="To each what it is suggested to be"
          disabled={!canDecide(null)}
          onPress={() => run({ do: "decide", category: null })}
        >
          Accept
        </KeyButton>
        <KeyButton
          shown="N"
          keys="n"
          disabled={items.length === 0 || isStoring}
          onPress={() => run({ do: "toggleAll" })}
        >
          {isAll && items.length > 0 ? "Select none" : "Select all"}
        </KeyButton>
      </Group>
    </Stack>
  );
}
