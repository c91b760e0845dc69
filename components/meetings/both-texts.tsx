"use client";

import { Button, Group, Text } from "@mantine/core";
import classes from "./meetings.module.css";
import type { MinutesWriting } from "./use-minutes";

type BothTextsProps = {
  writing: MinutesWriting;
  /** As the merge names it. */
  field: string;
  theirs: string;
  mine: string;
  onTheirs: () => void;
  /** Absent where two cannot be one, such as days. */
  onJoin?: () => void;
};

/** What two people wrote in one field at once, until somebody chooses what stays. */
export function BothTexts(props: BothTextsProps) {
  const { writing, field, theirs, mine, onTheirs, onJoin } = props;
  if (!writing.contested.includes(field)) return null;
  return (
    <div role="alert" className={classes.both}>
      <Text size="sm" fw={600}>
        Somebody else wrote here at the same time. Theirs is saved; yours is kept in this browser
        until you choose.
      </Text>
      <Text size="sm" className={classes.text}>
        Theirs: {theirs === "" ? "nothing any more" : `“${theirs}”`}
      </Text>
      <Text size="sm" className={classes.text}>
        Yours: {mine === "" ? "nothing any more" : `“${mine}”`}
      </Text>
      <Group gap="xs">
        {onJoin && theirs !== "" && mine !== "" ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onJoin();
              writing.settle(field);
            }}
          >
            Join both
          </Button>
        ) : null}
        <Button size="compact-sm" variant="default" onClick={onTheirs}>
          Take theirs
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => writing.settle(field)}>
          Keep yours
        </Button>
      </Group>
    </div>
  );
}
