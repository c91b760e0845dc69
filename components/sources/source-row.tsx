"use client";

import { Button, Group, Progress, Text, Title } from "@mantine/core";
import { Allowed } from "@/components/accounts/viewer";
import { formatAgo, formatCount, formatInstant } from "@/components/ui/format";
import { TrackerLink } from "@/components/ui/tracker-link";
import { useLocale } from "@/components/ui/use-locale";
import { useNow } from "@/components/ui/use-now";
import type { Source } from "@/lib/contracts/sources";
import { RefusedRecords } from "./refused-records";
import { RemoveSource } from "./remove-source";
import classes from "./source-row.module.css";
import { SourceSettings } from "./source-settings";
import { keptWords, progressPercent, progressWords, runWords, stateWords } from "./source-words";
import { useSourceActions } from "./use-source-actions";

type SourceRowProps = { source: Source; timeZone: string; now: number };

/** One source: its state in words, its last run, and what to do. */
export function SourceRow({ source, timeZone, now }: SourceRowProps) {
  const locale = useLocale();
  const present = useNow(now);
  const { lastRun, lastSuccessAt } = source;
  return (
    <section className={classes.row} aria-label={source.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4" className={classes.name}>
            <TrackerLink url={source.url}>{source.name}</TrackerLink>
          </Title>
          <Text size="sm" c="dimmed">
            {formatCount(source.itemCount, "item", locale)}
            {kindWords(source)}
            {source.hasToken ? ", with a token" : ""}
          </Text>
        </div>
        <Allowed right="manage_sources">
          <SourceActions source={source} />
        </Allowed>
      </Group>
      <div aria-live="polite">
        <Text size="sm" fw={600} mt={6}>
          {stateWords(source)}
          {lastSuccessAt ? (
            <Text span c="dimmed" fw={400} inherit>
              {" "}
              · last success{" "}
              <time dateTime={lastSuccessAt}>{formatAgo(lastSuccessAt, present)}</time>
            </Text>
          ) : null}
        </Text>
        {source.state === "syncing" ? <SyncProgress source={source} locale={locale} /> : null}
        {source.pausedUntil ? (
          <Text size="sm">
            {lastRun?.error ?? "The tracker's rate limit is used up."} It goes on by itself at{" "}
            {formatInstant(source.pausedUntil, locale, timeZone)}.
          </Text>
        ) : null}
        {source.state === "failed" ? (
          <Text size="sm" className={classes.error}>
            {lastRun?.error ?? "The run ended without saying why."} {keptWords(source, locale)}
          </Text>
        ) : null}
      </div>
      {source.stale && source.state !== "failed" && !source.pausedUntil ? (
        <Text size="sm" className={classes.error}>
          {source.stale.why}
        </Text>
      ) : null}
      {lastRun?.finishedAt ? (
        <Text size="sm" c="dimmed" className={classes.numbers}>
          Last run {formatInstant(lastRun.finishedAt, locale, timeZone)} ({lastRun.mode}):{" "}
          {runWords(lastRun, locale)}.
        </Text>
      ) : null}
      {source.refusedCount > 0 ? <RefusedRecords source={source} /> : null}
      {source.kind === "sample" ? null : (
        <Allowed right="manage_sources">
          <SourceSettings source={source} timeZone={timeZone} />
        </Allowed>
      )}
    </section>
  );
}

function kindWords({ kind, count }: Source): string {
  switch (kind) {
    case "github":
      return `, ${countWords[count]}`;
    case "jira":
      return ", Jira";
    case "sample":
      return ", generated";
  }
}

const countWords = { issues: "issues only", issues_and_pulls: "issues and pull requests" } as const;

function SyncProgress({ source, locale }: { source: Source; locale: string }) {
  const percent = progressPercent(source);
  return (
    <>
      <Text size="sm" className={classes.numbers}>
        {progressWords(source, locale)}
      </Text>
      <Progress
        value={percent ?? 100}
        striped={percent === null}
        animated={percent === null}
        size="sm"
        my={6}
        aria-label={`Sync of ${source.name}`}
      />
    </>
  );
}

function SourceActions({ source }: { source: Source }) {
  const { sync, remove } = useSourceActions(source);
  const syncing = source.state === "syncing";
  return (
    <Group gap="xs">
      <Button
        size="xs"
        disabled={syncing}
        loading={sync.isPending}
        onClick={() => sync.mutate("incremental")}
      >
        Sync now
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={syncing || sync.isPending}
        onClick={() => sync.mutate("full")}
      >
        Full re-sync
      </Button>
      <RemoveSource name={source.name} busy={remove.isPending} onRemove={() => remove.mutate()} />
    </Group>
  );
}
