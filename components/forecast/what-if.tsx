"use client";

import { Button, Skeleton, Text, Title } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { agreementsOptions, stagesOptions } from "@/components/agreements/agreements-query";
import { niceTicks } from "@/components/charts/scale";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { formatCount, formatDay } from "@/components/ui/format";
import { ReadFailure } from "@/components/ui/read-failure";
import updatingClasses from "@/components/ui/updating.module.css";
import { useLocale } from "@/components/ui/use-locale";
import { presentStage } from "@/lib/agreements/present-stage";
import { isSameShares } from "@/lib/agreements/shares";
import type { Forecast } from "@/lib/contracts/forecast";
import type { AgreedShares } from "@/lib/domain/agreement";
import { chartedCategories } from "@/lib/domain/category";
import type { ForecastLine } from "@/lib/domain/forecast";
import { type Scenario, scenariosOf } from "@/lib/forecast/scenarios";
import classes from "./forecast.module.css";
import { ForecastFiles } from "./forecast-files";
import { forecastOptions } from "./forecast-query";
import { drawnWords, forecastSentence, lineNames } from "./forecast-words";
import { ScenarioColumn } from "./scenario-column";
import { ScenariosTable } from "./scenarios-table";
import { WeeksTable } from "./weeks-table";

const ItemsDrawer = dynamic(
  () => import("@/components/items/items-drawer").then((module) => module.ItemsDrawer),
  { ssr: false },
);

export type WhatIfProps = {
  product: { id: string; timeZone: string };
  today: string;
  /** A way to divide the work beside what is actual, proposed and agreed; null: none. */
  shares: AgreedShares | null;
  weeks: number;
  line: ForecastLine;
  /** As it was known at a day's end or an instant; absent: now. */
  asKnownAt?: string;
  /** True on a projector: the tables wait until they are asked for, so that the pictures are in sight. */
  isPresented?: boolean;
};

/** The weeks ahead under each way to divide the work, side by side: sentence, pictures, tables. */
export function WhatIf(props: WhatIfProps) {
  const { product, today, shares, weeks, line, asKnownAt, isPresented = false } = props;
  const locale = useLocale();
  const pictures = useRef<HTMLDivElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [selection, setSelection] = useState<ItemsSelection | null>(null);
  const stages = useQuery(stagesOptions(product.id));
  const agreements = useQuery(agreementsOptions(product.id, "agreements"));
  const stage = presentStage(stages.data?.items ?? [], today);
  const scenarios = scenariosOf(agreements.data?.items ?? [], stage, shares);
  const known = asKnownAt === undefined ? {} : { asKnownAt };
  const answers = useQueries({
    queries: scenarios.map((one) =>
      forecastOptions(product.id, { shares: one.shares, weeks, ...known }),
    ),
  });
  const failed = answers.find(({ isError, data }) => isError && !data);
  const answered = scenarios.flatMap((scenario, index) => {
    const answer = answers[index]?.data;
    return answer ? [{ ...scenario, answer }] : [];
  });
  const isOwn = ({ shares: others }: Scenario) =>
    shares !== null && others !== null && isSameShares(others, shares);
  const main = (answered.find(isOwn) ?? answered[0])?.answer;
  if (failed) {
    return (
      <ReadFailure
        title="The forecast could not be made"
        error={failed.error}
        onRetry={() => void failed.refetch()}
      />
    );
  }
  if (!main || answered.length < scenarios.length) {
    return <Skeleton height={420} />;
  }
  const sentence = forecastSentence(main, line, locale);
  if (sentence === null) return <TooLittle answer={main} />;
  const open = (chosen: ForecastLine) => {
    const found = openSelection(main, chosen, locale);
    setSelection(found && { ...found, query: { ...found.query, ...known } });
  };
  const highest = answered.flatMap(({ answer }) =>
    (answer.forecast?.weeks ?? []).map(({ stock }) => stock[line].p90),
  );
  const ticks = niceTicks(Math.max(main.start?.open[line] ?? 0, ...highest));
  const isUpdating = answers.some(({ isPlaceholderData }) => isPlaceholderData);
  return (
    <div
      className={`${classes.report} ${isUpdating ? updatingClasses.updating : ""}`}
      aria-busy={isUpdating}
    >
      <Title order={2} size="h4" className={classes.sentence} aria-live="polite">
        {sentence}
      </Title>
      <div className={classes.columns} ref={pictures}>
        {answered.map(({ key, name, answer }) => (
          <ScenarioColumn key={key} {...{ name, answer, line, ticks, locale }} onOpen={open} />
        ))}
      </div>
      <Text size="sm" c="dimmed">
        Strong line: half of the runs have at most so many open items. Between the dashed lines lie
        eight of ten runs. {drawnWords(main, locale)}
      </Text>
      {isPresented ? null : (
        <ForecastFiles
          productId={product.id}
          scenarios={scenarios}
          asked={{ weeks, ...known }}
          pictures={pictures}
          title={sentence}
        />
      )}
      {isShown || !isPresented ? (
        <ScenariosTable answered={answered} locale={locale} onOpen={open} />
      ) : null}
      <Button
        className={classes.toggle}
        variant="transparent"
        size="compact-sm"
        px={0}
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        {isPresented
          ? `${isShown ? "Hide" : "Show"} all categories, and ${lineNames[line]} by week, as tables`
          : isShown
            ? "Hide the table of weeks"
            : `Show ${lineNames[line]} by week as a table`}
      </Button>
      {isShown ? <WeeksTable answered={answered} line={line} locale={locale} /> : null}
      <Text size="sm" c="dimmed" className={classes.method}>
        {main.method}
      </Text>
      <ItemsDrawer
        productId={product.id}
        timeZone={product.timeZone}
        selection={selection}
        onClose={() => setSelection(null)}
      />
    </div>
  );
}

function TooLittle({ answer }: { answer: Forecast }) {
  return (
    <div>
      <Title order={2} size="h4">
        There is too little history to look ahead.
      </Title>
      <Text>{answer.reason}</Text>
    </div>
  );
}

/** What is open where a forecast begins. */
function openSelection({ start }: Forecast, line: ForecastLine, locale: string) {
  if (!start) return null;
  const category = line === "together" ? [...chartedCategories] : [line];
  return {
    title: `${lineNames[line]}, open on ${formatDay(start.day, locale)}`,
    clicked: formatCount(start.open[line], "item", locale),
    query: { category, openOn: start.day },
  };
}
