"use client";

import { Button, Skeleton, Text, Title } from "@mantine/core";
import { FailureNote } from "@/components/ui/failure-note";
import { formatAmount, formatCount } from "@/components/ui/format";
import { LoadMore } from "@/components/ui/load-more";
import updating from "@/components/ui/updating.module.css";
import { useLocale } from "@/components/ui/use-locale";
import type { RulesPreview } from "@/lib/contracts/rules";
import { MovesTable } from "./moves-table";
import { PreviewItems } from "./preview-items";
import { problemsOf } from "./rule-problems";
import type { Preview } from "./use-preview";

/** What saving would move: how many items and points from where to where, and which items. */
export function PreviewPanel({ preview }: { preview: Preview }) {
  const { summary, complete, isBehind } = preview;
  // A page of items that cannot be read is said where it is asked for.
  const error = preview.isFetchNextPageError ? null : preview.error;
  return (
    <section aria-label="Preview" aria-busy={isBehind}>
      <Title order={2} size="h5" mb={4}>
        What saving would move
      </Title>
      {complete ? null : (
        <Text size="sm" c="dimmed">
          Give every rule something to compare with, and what it would move stands here.
        </Text>
      )}
      {complete && error ? <Refused error={error} onAgain={() => void preview.refetch()} /> : null}
      {complete && !error && summary === null ? <Skeleton height={120} /> : null}
      {complete && !error && summary !== null ? (
        <div className={isBehind ? updating.updating : undefined}>
          <Moved summary={summary} />
          <MovesTable moves={summary.moves} />
          <PreviewItems items={preview.items} />
          <LoadMore list={preview} label="More items" />
        </div>
      ) : null}
    </section>
  );
}

function Moved({ summary }: { summary: NonNullable<RulesPreview["summary"]> }) {
  const locale = useLocale();
  const { moved, kindOnly, looked } = summary;
  return (
    <>
      <Text fw={600} aria-live="polite" data-testid="moved">
        {moved === 0 ? "No item would move" : `${formatCount(moved, "item", locale)} would move`}
      </Text>
      <Text size="sm" c="dimmed">
        of {formatCount(looked, "item", locale)} looked at
        {kindOnly > 0
          ? `; ${formatAmount(kindOnly, locale)} more would change only their kind`
          : ""}
        .
      </Text>
    </>
  );
}

function Refused({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const isInForm = Object.keys(problemsOf(error)).length > 0;
  return (
    <FailureNote title="There is no preview yet">
      <Text size="sm">{error.message}</Text>
      {isInForm ? null : (
        <Button size="xs" variant="default" mt="xs" onClick={onAgain}>
          Try again
        </Button>
      )}
    </FailureNote>
  );
}
