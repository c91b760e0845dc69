"use client";

import { useId } from "react";
import { OpenNumber } from "@/components/balance/open-number";
import { Plot } from "@/components/charts/plot";
import { niceTicks } from "@/components/charts/scale";
import { CategoryPatterns, patternId } from "@/components/ui/category-patterns";
import { formatAmount } from "@/components/ui/format";
import type { Flow } from "@/lib/contracts/flow";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { bucketAxis } from "./bucket-axis";
import { BucketCursor } from "./bucket-cursor";
import classes from "./flow.module.css";
import { FlowBars } from "./flow-bars";
import { FlowMultiple } from "./flow-multiple";
import type { FlowClicked } from "./flow-selection";
import { movingCategories, netWords, signedWords } from "./flow-words";

type FlowPicturesProps = { flow: Flow; locale: string; onOpen: (clicked: FlowClicked) => void };

/** Opened against done over time, a picture a category, all on one scale. */
export function FlowPictures({ flow, locale, onOpen }: FlowPicturesProps) {
  const scope = useId().replaceAll(/[^\w]/g, "");
  const { buckets, totals } = flow;
  const counts = buckets.flatMap(({ categories }) =>
    chartedCategories.flatMap((category) => [
      categories[category].opened,
      categories[category].done,
    ]),
  );
  const top = niceTicks(counts.reduce((most, count) => Math.max(most, count), 0)).at(-1) ?? 1;
  const ticks = [top, 0, top].map((value, index) => ({
    at: index / 2,
    name: formatAmount(value, locale),
  }));
  return (
    <div className={classes.multiples}>
      <svg width="0" height="0" aria-hidden="true" className={classes.patterns}>
        <CategoryPatterns scope={scope} />
      </svg>
      {movingCategories(totals).map((category) => {
        const { name } = categoryWords[category];
        const { opened, done, net } = totals.categories[category];
        const number = (measure: "opened" | "done", count: number) => (
          <OpenNumber
            amount={formatAmount(count, locale)}
            what={`${measure}, ${name}`}
            onClick={() => onOpen({ measure, bucket: null, category })}
          />
        );
        return (
          <FlowMultiple
            key={category}
            category={category}
            words={
              <>
                {netWords(net)}: {number("opened", opened)} opened, {number("done", done)} done, net{" "}
                {signedWords(net, locale)}
              </>
            }
          >
            <BucketCursor
              series={flow}
              locale={locale}
              label={`${name}, opened and done by ${flow.bucket}: arrow keys move, Enter opens what was done`}
              figuresOf={({ categories: { [category]: figures } }) => [
                { name: "Opened", value: formatAmount(figures.opened, locale) },
                { name: "Done", value: formatAmount(figures.done, locale) },
                { name: "Net", value: signedWords(figures.net, locale) },
              ]}
              onChoose={(bucket, height) =>
                onOpen({ measure: (height ?? 0) > 0.5 ? "opened" : "done", bucket, category })
              }
            >
              <Plot count={buckets.length} ticks={ticks} axisOf={bucketAxis(flow, locale)}>
                {(area) => (
                  <FlowBars
                    buckets={buckets}
                    category={category}
                    top={top}
                    area={area}
                    fill={`url(#${patternId(scope, category)})`}
                  />
                )}
              </Plot>
            </BucketCursor>
          </FlowMultiple>
        );
      })}
    </div>
  );
}
