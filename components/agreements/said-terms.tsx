import { Text } from "@mantine/core";
import { categoryColor } from "@/components/ui/category-style";
import { formatInstantDay, formatPercent } from "@/components/ui/format";
import type { AgreementStep } from "@/lib/contracts/agreements";
import { termsWords } from "./agreement-words";
import classes from "./agreements.module.css";

type SaidTermsProps = { step: AgreementStep; locale: string; timeZone: string };

/** What a side has put on the table, and why. */
export function SaidTerms({ step, locale, timeZone }: SaidTermsProps) {
  return (
    <div>
      <Text className={classes.figure}>{formatPercent(step.shares.feature, locale)}</Text>
      <div className={classes.bar} aria-hidden="true">
        <div style={{ width: `${step.shares.feature}%`, background: categoryColor("feature") }} />
      </div>
      <Text size="sm">{termsWords(step, locale)}</Text>
      {step.reason ? <Text className={classes.reason}>“{step.reason}”</Text> : null}
      <Text size="sm" c="dimmed">
        Version {step.version}, {step.speaker}, {formatInstantDay(step.at, locale, timeZone)}
      </Text>
    </div>
  );
}
