import { Stack, Text, Title } from "@mantine/core";
import { formatDay, formatInstant } from "@/components/ui/format";
import type { Agreement } from "@/lib/contracts/agreements";
import { actWords, basisWords, shortTerms, speakerWords, stateWords } from "./agreement-words";
import classes from "./agreements.module.css";
import { daysWords } from "./target-words";

type HistoryProps = {
  /** Agreements and exceptions, newest first. */
  agreements: Agreement[];
  today: string;
  locale: string;
  timeZone: string;
};

/** Where it stands in a word or two. */
function standing({ state, days }: Agreement, today: string): string {
  const isOver = state === "in_force" && days !== null && days.to !== null && days.to < today;
  return isOver ? "Kept in force to its end" : stateWords[state];
}

/** Everything that was ever said, by talk: nothing is edited, deleted or left out. */
export function History({ agreements, today, locale, timeZone }: HistoryProps) {
  if (agreements.length === 0) return null;
  return (
    <Stack gap="md" component="section" aria-labelledby="history">
      <Title order={2} size="h4" id="history">
        All that was said
      </Title>
      {agreements.map((one) => (
        <article key={one.id} aria-label={`${one.stage}, ${shortTerms(one, locale)}`}>
          <Text fw={600}>
            {one.stage}
            {one.team ? `, team ${one.team.name}` : ""}
            {one.exception
              ? `, exception ${formatDay(one.exception.startsOn, locale)} – ${formatDay(one.exception.endsOn, locale)}`
              : ""}
            : {shortTerms(one, locale)}. {standing(one, today)}.
            {one.inForceAt ? ` Its days: ${daysWords(one.days, locale)}.` : ""}
          </Text>
          <Text size="sm" c="dimmed">
            Shares {basisWords(one)}.
            {one.reviewOn ? ` To be talked about again on ${formatDay(one.reviewOn, locale)}.` : ""}
          </Text>
          <ol className={classes.record}>
            {one.steps.map((step) => (
              <li key={step.number} className={classes.reason}>
                {formatInstant(step.at, locale, timeZone)}: {speakerWords(step)}{" "}
                {actWords[step.act]}
                {step.act === "propose" || step.act === "counter"
                  ? ` ${shortTerms(step, locale)}`
                  : ""}
                {step.reason ? `: “${step.reason}”` : "."}
              </li>
            ))}
          </ol>
        </article>
      ))}
    </Stack>
  );
}
