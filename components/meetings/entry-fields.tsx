"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { DayField } from "@/components/agreements/day-field";
import type { Decision, FollowUp } from "@/lib/domain/meeting";
import { joinTexts } from "@/lib/meetings/join-texts";
import { BothTexts } from "./both-texts";
import classes from "./meetings.module.css";
import type { MinutesWriting } from "./use-minutes";

type EntryFieldsProps = {
  name: string;
  /** As the merge names it. */
  field: string;
  entry: Decision;
  /** Absent where it has no day. */
  dueOn?: string | null;
  /** The entry as it is stored, undefined before it is. */
  stored: (Decision & { dueOn?: string | null }) | undefined;
  writing: MinutesWriting;
  onChange: (change: Partial<FollowUp>) => void;
  onRemove: () => void;
};

/** A decision or a follow-up, and beside it what somebody else wrote there at the same time. */
export function EntryFields(props: EntryFieldsProps) {
  const { name, field, entry, dueOn, stored, writing, onChange, onRemove } = props;
  return (
    <li>
      <div className={classes.entry} data-of={dueOn === undefined ? "decision" : "follow-up"}>
        <Textarea
          size="sm"
          label={name}
          autosize
          maxRows={5}
          maxLength={2000}
          value={entry.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          label={`Owner of ${name.toLowerCase()}`}
          maxLength={200}
          value={entry.owner}
          onChange={(event) => onChange({ owner: event.currentTarget.value })}
        />
        {dueOn === undefined ? null : (
          <DayField
            label="Until"
            value={dueOn ?? ""}
            onChange={(day) => onChange({ dueOn: day || null })}
          />
        )}
        <Button
          size="sm"
          variant="subtle"
          aria-label={`Remove ${name.toLowerCase()}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
      {stored ? (
        <>
          <BothTexts
            field={`${field}.text`}
            theirs={stored.text}
            mine={entry.text}
            onTheirs={() => onChange({ text: stored.text })}
            onJoin={() => onChange({ text: joinTexts(stored.text, entry.text, "\n") })}
            writing={writing}
          />
          <BothTexts
            field={`${field}.owner`}
            theirs={stored.owner}
            mine={entry.owner}
            onTheirs={() => onChange({ owner: stored.owner })}
            onJoin={() => onChange({ owner: joinTexts(stored.owner, entry.owner, ", ") })}
            writing={writing}
          />
          <BothTexts
            field={`${field}.dueOn`}
            theirs={stored.dueOn ?? ""}
            mine={dueOn ?? ""}
            onTheirs={() => onChange({ dueOn: stored.dueOn ?? null })}
            writing={writing}
          />
        </>
      ) : null}
    </li>
  );
}
