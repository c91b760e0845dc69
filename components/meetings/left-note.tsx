"use client";

import { Button, CopyButton, Group, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Meeting } from "@/lib/contracts/meetings";
import { leftTexts } from "@/lib/meetings/left-texts";
import { received } from "@/lib/meetings/minutes-draft";
import { forgetDraft, readDraft } from "./kept-draft";
import classes from "./meetings.module.css";

/** What was typed too late for the record, to be copied. */
export function LeftNote({ texts, onForget }: { texts: string[]; onForget?: () => void }) {
  if (texts.length === 0) return null;
  return (
    <section aria-label="Not in the record" className={classes.both}>
      <Text fw={600} size="sm">
        The meeting was closed before this was saved. It is in no record, but kept in this tab: copy
        what you need of it.
      </Text>
      {texts.map((text) => (
        <Text key={text} size="sm" className={classes.text}>
          {text}
        </Text>
      ))}
      <Group gap="xs">
        <CopyButton value={texts.join("\n")}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy it"}
            </Button>
          )}
        </CopyButton>
        {onForget ? (
          <Button size="compact-sm" variant="subtle" onClick={onForget}>
            Forget it
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

/** The same beside the record, where a reload leads to. */
export function LeftBeside({ meeting }: { meeting: Meeting }) {
  const [texts, setTexts] = useState<string[]>([]);
  useEffect(() => {
    const kept = meeting.closedAt === null ? null : readDraft(meeting.id);
    if (!kept) return;
    const { base, mine } = received(kept, meeting);
    setTexts(leftTexts(base, mine));
  }, [meeting]);
  const forget = () => {
    forgetDraft(meeting.id);
    setTexts([]);
  };
  return <LeftNote texts={texts} onForget={forget} />;
}
