"use client";

import { Anchor, Group, Skeleton, Stack, Switch, Text, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useMay } from "@/components/accounts/viewer";
import { ReadOnlyNote } from "@/components/accounts/writable-with";
import { ItemsPages } from "@/components/items/items-pages";
import { formatCount } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import { suggestedOf } from "@/lib/domain/triage-trait";
import { AlikePanel } from "./alike-panel";
import { CoverageBar } from "./coverage-bar";
import { LearningNote } from "./learning-note";
import { TriageButtons } from "./triage-buttons";
import { TriageItemView } from "./triage-item";
import { commandOf, decidedSteps, itemsOf } from "./triage-step";
import { useTriage } from "./use-triage";
import { typing, useTriageKeys } from "./use-triage-keys";

/** Undecided and doubtful items one after the other, decided by one key each. */
export function TriagePage({ product }: { product: Product }) {
  const { id: productId } = product;
  const locale = useLocale();
  const [keys, setKeys] = useState(true);
  const mayClassify = useMay("classify");
  const { queue, current, steps, said, run, alike } = useTriage(productId);
  // Under the panel's keys, from the moment it is asked for.
  const isOn = keys && mayClassify && alike.item === null;
  useTriageKeys({ isOn, commandOf, run, except: `${typing}, [role=dialog]` });
  const decided = decidedSteps(steps);
  return (
    <Stack gap="md" maw={1000}>
      <Group justify="space-between" align="flex-start">
        <PageTitle title="Triage" about="One item at a time, one key each." />
        {mayClassify ? (
          <Switch
            size="xs"
            label="Single keys decide"
            checked={keys}
            onChange={({ currentTarget }) => setKeys(currentTarget.checked)}
          />
        ) : null}
      </Group>
      <ItemsPages productId={productId} />
      <CoverageBar productId={productId} />
      {mayClassify ? (
        <TriageButtons
          canAccept={current !== null && suggestedOf(current) !== null}
          canDecide={current !== null}
          canUndo={steps.length > 0}
          run={run}
        />
      ) : (
        <ReadOnlyNote right="classify" />
      )}
      <Text size="sm" c="dimmed" data-testid="decided">
        {formatCount(decided.flatMap(itemsOf).length, "item", locale)} decided in this round.{" "}
        <Anchor component={Link} href="/definitions" size="sm" underline="always">
          What the categories mean
        </Anchor>
      </Text>
      <LearningNote productId={productId} />
      {queue.isPending || (current === null && queue.isFetching) ? <Skeleton height={240} /> : null}
      {queue.isError ? (
        <ReadFailure
          title="The queue could not be read"
          error={queue.error}
          onRetry={() => void queue.refetch()}
        />
      ) : null}
      {current ? <TriageItemView key={current.id} productId={productId} item={current} /> : null}
      {current === null && queue.isSuccess && !queue.isFetching ? (
        <Text>
          Nothing is left to decide{steps.length > decided.length ? " but what you skipped" : ""}.
        </Text>
      ) : null}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <AlikePanel
        productId={productId}
        item={alike.item}
        singleKeys={keys}
        onDone={alike.tookMany}
        onClose={alike.close}
      />
    </Stack>
  );
}
