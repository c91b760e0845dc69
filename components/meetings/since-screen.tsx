"use client";

import { Anchor, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { driftSentence } from "@/components/agreements/target-words";
import { headline } from "@/components/balance/headline";
import { formatDay, formatInstantDay } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Meeting } from "@/lib/contracts/meetings";
import { type Decision, type Minutes, outcomes } from "@/lib/domain/meeting";
import { joinTexts } from "@/lib/meetings/join-texts";
import { entryWords, outcomeWords } from "@/lib/meetings/record-words";
import { BothTexts } from "./both-texts";
import classes from "./meetings.module.css";
import type { MinutesWriting } from "./use-minutes";

type SinceScreenProps = { meeting: Meeting; writing: MinutesWriting; locale: string };

/** What the meeting before decided and what became of it; before the first: what it is all for. */
export function SinceScreen({ meeting, writing, locale }: SinceScreenProps) {
  const { product, opening } = meeting;
  const { stage, previous, since, balance } = opening;
  const days = since ?? balance;
  const notes = opening.notes.filter(({ day }) => day >= days.from);
  return (
    <>
      <Title order={1} className={classes.headline}>
        {previous
          ? `Since last time, ${formatInstantDay(previous.startedAt, locale, product.timeZone)}`
          : "The first meeting about this balance"}
      </Title>
      {stage?.goals ? (
        <Text className={classes.text}>
          <strong>Goals of {stage.name}:</strong> {stage.goals}
        </Text>
      ) : null}
      {since ? (
        <Text fw={600}>
          {headline({ balance: since, period: "custom", filtered: false, locale, known: null })}{" "}
          {driftSentence(since, locale)}
        </Text>
      ) : null}
      {previous ? (
        <>
          <Kept title="Decided" entries={previous.decisions} writing={writing} />
          <Kept title="To be followed up" entries={previous.followUps} writing={writing} />
          <Anchor
            component={Link}
            size="sm"
            underline="always"
            href={`/products/${product.id}/meetings/${previous.id}/record`}
          >
            The record of that meeting
          </Anchor>
        </>
      ) : (
        <Text>
          There is nothing to look back at yet. What is decided today is what the next meeting
          begins with.
        </Text>
      )}
      {notes.length > 0 ? (
        <section aria-labelledby="context">
          <Title order={2} size="h4" id="context">
            What happened meanwhile
          </Title>
          <ul>
            {notes.slice(-8).map(({ id, day, text }) => (
              <li key={id} className={classes.text}>
                {formatDay(day, locale, "short")}: {text}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

const notSaid: Minutes["kept"][string] = { outcome: null, remark: "" };

type KeptProps = { title: string; entries: Decision[]; writing: MinutesWriting };

/** What was decided, each with what the people say became of it. */
function Kept({ title, entries, writing }: KeptProps) {
  if (entries.length === 0) return null;
  const { minutes, stored, change } = writing;
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb={4}>
        {title}
      </Title>
      <ul className={classes.list}>
        {entries.map((entry) => {
          const said = minutes.kept[entry.id] ?? notSaid;
          const theirs = stored.kept[entry.id] ?? notSaid;
          const say = (changed: Partial<typeof said>) =>
            change({ kept: { ...minutes.kept, [entry.id]: { ...said, ...changed } } });
          return (
            <li key={entry.id}>
              <Text className={classes.text}>{entryWords(entry)}</Text>
              <Stack gap={6} maw={560}>
                <NativeSelect
                  size="sm"
                  aria-label={`What became of: ${entry.text}`}
                  value={said.outcome ?? ""}
                  data={[
                    { value: "", label: "Not said yet" },
                    ...outcomes.map((one) => ({ value: one, label: outcomeWords[one] })),
                  ]}
                  onChange={({ currentTarget: { value } }) =>
                    say({ outcome: outcomes.find((one) => one === value) ?? null })
                  }
                />
                <TextInput
                  size="sm"
                  aria-label={`Remark on: ${entry.text}`}
                  placeholder="Remark"
                  maxLength={2000}
                  value={said.remark}
                  onChange={(event) => say({ remark: event.currentTarget.value })}
                />
                <BothTexts
                  field={`kept.${entry.id}.outcome`}
                  theirs={theirs.outcome ? outcomeWords[theirs.outcome] : ""}
                  mine={said.outcome ? outcomeWords[said.outcome] : ""}
                  onTheirs={() => say({ outcome: theirs.outcome })}
                  writing={writing}
                />
                <BothTexts
                  field={`kept.${entry.id}.remark`}
                  theirs={theirs.remark}
                  mine={said.remark}
                  onTheirs={() => say({ remark: theirs.remark })}
                  onJoin={() => say({ remark: joinTexts(theirs.remark, said.remark, " ") })}
                  writing={writing}
                />
              </Stack>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
