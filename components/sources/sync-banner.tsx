"use client";

import { Anchor, Progress, Text } from "@mantine/core";
import { FailureNote } from "@/components/ui/failure-note";
import { Link } from "@/components/ui/link";
import { useLocale } from "@/components/ui/use-locale";
import type { Source } from "@/lib/contracts/sources";
import { keptWords, progressPercent, progressWords, stateWords } from "./source-words";
import classes from "./sync-banner.module.css";

/** A first sync's progress and every failure, where the numbers they concern are. */
export function SyncBanner({ sources }: { sources: Source[] }) {
  return (
    <div aria-live="polite">
      {sources.map((source) => {
        if (source.state === "failed") return <FailedSource key={source.id} source={source} />;
        const first = source.lastSuccessAt === null;
        return first && source.state === "syncing" ? (
          <FirstSync key={source.id} source={source} />
        ) : null;
      })}
    </div>
  );
}

function FirstSync({ source }: { source: Source }) {
  const percent = progressPercent(source);
  return (
    <div className={classes.first}>
      <Text size="sm">
        <strong>{stateWords(source)}</strong> · {source.name} · {progressWords(source, useLocale())}
        . The chart grows as it goes; you can close this page.
      </Text>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        striped={percent === null}
        size="sm"
        mt={6}
        aria-label={`First sync of ${source.name}`}
      />
    </div>
  );
}

function FailedSource({ source }: { source: Source }) {
  const reason = source.lastRun?.error ?? "The run ended without saying why.";
  return (
    <FailureNote title={`${stateWords(source)}: ${source.name}`}>
      {reason} {keptWords(source, useLocale())}{" "}
      <Anchor
        component={Link}
        href={`/products/${source.productId}/sources`}
        inherit
        underline="always"
      >
        Go to Sources to try again
      </Anchor>
    </FailureNote>
  );
}
