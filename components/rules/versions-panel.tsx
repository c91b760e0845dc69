"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { sendJson } from "@/components/ui/api";
import { formatCount, formatInstant } from "@/components/ui/format";
import { LoadMore } from "@/components/ui/load-more";
import { notify } from "@/components/ui/notify";
import { useLocale } from "@/components/ui/use-locale";
import type { Rules, RulesVersionList } from "@/lib/contracts/rules";
import { ComparisonNote } from "./comparison-note";
import classes from "./rules.module.css";
import { rulesKey, versionsOptions } from "./rules-query";

type Version = RulesVersionList["items"][number];

type VersionsPanelProps = { productId: string; timeZone: string; rules: Rules; isEdited: boolean };

/** Every version of the rules: who saved it and why, what changed since, and the way back to it. */
export function VersionsPanel({ productId, timeZone, rules, isEdited }: VersionsPanelProps) {
  const list = useInfiniteQuery(versionsOptions(productId, rules.version));
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="xs">
      {list.error && !list.data ? <Text role="alert">{list.error.message}</Text> : null}
      <ul className={classes.list} aria-label="Versions">
        {versions.map((version) => (
          <li key={version.version} className={classes.row}>
            <VersionRow
              productId={productId}
              timeZone={timeZone}
              version={version}
              latest={rules.version}
              isEdited={isEdited}
            />
          </li>
        ))}
      </ul>
      <LoadMore list={list} label="Earlier versions" />
    </Stack>
  );
}

type VersionRowProps = {
  productId: string;
  timeZone: string;
  version: Version;
  latest: number;
  isEdited: boolean;
};

function VersionRow({ productId, timeZone, version, latest, isEdited }: VersionRowProps) {
  const locale = useLocale();
  const [compared, setCompared] = useState(false);
  const restore = useRestore(productId, latest);
  const { version: number, createdAt, actor, note, restoredFrom, rules } = version;
  const isLatest = number === latest;
  return (
    <div className={classes.rule}>
      <div className={classes.words}>
        <Text size="sm" fw={500}>
          Version {number}
          {isLatest ? ", the present one" : ""}
        </Text>
        <Text size="xs" c="dimmed">
          {createdAt === null
            ? "What every product begins with"
            : `${formatInstant(createdAt, locale, timeZone)}, ${actor ?? "nobody"}`}
          {restoredFrom === null ? "" : `, restored from version ${restoredFrom}`} ·{" "}
          {formatCount(rules, "rule", locale)}
        </Text>
        {note ? <Text size="sm">{note}</Text> : null}
        {compared ? (
          <ComparisonNote productId={productId} versions={{ from: number, to: latest }} />
        ) : null}
      </div>
      {isLatest ? null : (
        <Group gap={4} className={classes.actions}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={compared}
            aria-label={`Compare version ${number} with the present one`}
            onClick={() => setCompared(!compared)}
          >
            Compare
          </Button>
          <Allowed right="manage_rules">
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Restore version ${number}`}
              loading={restore.isPending}
              disabled={isEdited}
              title={isEdited ? "Save or discard your changes first" : undefined}
              onClick={() => restore.mutate(number)}
            >
              Restore
            </Button>
          </Allowed>
        </Group>
      )}
    </div>
  );
}

/** Saves an old version again as the newest: what it replaces stays in the list. */
function useRestore(productId: string, latest: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => {
      const path = `/api/products/${productId}/rules/versions/${version}/restore`;
      return sendJson<Rules>("POST", path, { expectedVersion: latest });
    },
    onSuccess: (rules) => {
      queryClient.setQueryData(rulesKey(productId), rules);
      const message = `Version ${rules.restoredFrom} is restored as version ${rules.version}.`;
      void notify({ message });
    },
    onError: (error) => {
      void notify({ message: error.message, tone: "error" });
      return queryClient.invalidateQueries({ queryKey: rulesKey(productId) });
    },
  });
}
