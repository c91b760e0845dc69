"use client";

import { Anchor, Collapse, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Source } from "@/lib/contracts/sources";
import classes from "./source-row.module.css";
import { refusedOptions } from "./sources-query";

/** Records that could not be stored, each with the reason, behind their number. */
export function RefusedRecords({ source }: { source: Source }) {
  const [opened, setOpened] = useState(false);
  const count = formatCount(source.refusedCount, "record", useLocale());
  return (
    <div>
      <Anchor
        component="button"
        size="sm"
        className={classes.error}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {count} could not be stored
      </Anchor>
      <Collapse expanded={opened}>{opened ? <Reasons source={source} /> : null}</Collapse>
    </div>
  );
}

function Reasons({ source }: { source: Source }) {
  const { data, error } = useQuery(refusedOptions(source.id, source.refusedCount));
  if (error) return <Text role="alert">{error.message}</Text>;
  const more = source.refusedCount - (data?.items.length ?? 0);
  return (
    <ul className={classes.refused}>
      {data?.items.map(({ externalId, reason }) => (
        <li key={externalId}>
          {externalId}: {reason}
        </li>
      ))}
      {data && more > 0 ? <li>and {more} more</li> : null}
    </ul>
  );
}
