import { Text } from "@mantine/core";
import { formatDay, formatInstantDay } from "@/components/ui/format";
import type { Agreement } from "@/lib/contracts/agreements";
import { basisWords, speakerWords, termsWords } from "./agreement-words";
import classes from "./agreements.module.css";

type AgreedStatementProps = { agreement: Agreement; locale: string; timeZone: string };

/** What is in force, as a statement with both names and reasons. */
export function AgreedStatement({ agreement, locale, timeZone }: AgreedStatementProps) {
  const { stage, exception, inForceAt, reviewOn, steps, version } = agreement;
  const days = exception
    ? `, from ${formatDay(exception.startsOn, locale)} to ${formatDay(exception.endsOn, locale)}`
    : "";
  const agreedOn = inForceAt ? formatInstantDay(inForceAt, locale, timeZone) : "";
  const signed = steps.filter(
    ({ act, version: about }) =>
      about === version && (act === "propose" || act === "counter" || act === "accept"),
  );
  return (
    <div className={classes.statement}>
      <Text size="lg">
        For <strong>{stage}</strong>
        {days} both sides agreed on {agreedOn}: <strong>{termsWords(agreement, locale)}</strong>,{" "}
        {basisWords(agreement)}.
      </Text>
      {signed.map((step) => (
        <Text key={step.number} size="sm" className={classes.reason}>
          {speakerWords(step)}
          {step.reason ? `: “${step.reason}”` : ""}
        </Text>
      ))}
      {reviewOn ? (
        <Text size="sm">To be talked about again on {formatDay(reviewOn, locale)}.</Text>
      ) : null}
    </div>
  );
}
