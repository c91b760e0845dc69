"use client";

import { OpenNumber } from "@/components/balance/open-number";
import { durationScale } from "@/components/charts/duration-scale";
import { Plot } from "@/components/charts/plot";
import { formatAmount } from "@/components/ui/format";
import type { Flow } from "@/lib/contracts/flow";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { bucketAxis } from "./bucket-axis";
import { BucketCursor } from "./bucket-cursor";
import classes from "./flow.module.css";
import { FlowMultiple } from "./flow-multiple";
import type { FlowClicked } from "./flow-selection";
import { daysWords, spreadWords } from "./flow-words";
import { LeadTimeLines } from "./lead-time-lines";

type LeadTimePicturesProps = { flow: Flow; locale: string; onOpen: (clicked: FlowClicked) => void };

/** How long what was done took over time, a picture a category, all on one scale. */
export function LeadTimePictures({ flow, locale, onOpen }: LeadTimePicturesProps) {
  const { buckets, totals } = flow;
  const shown = chartedCategories.filter(
    (category) => totals.categories[category].leadTime.items > 0,
  );
  const drawn = buckets.flatMap(({ categories }) =>
    shown.flatMap((category) => {
      const { medianDays, p85Days } = categories[category].leadTime;
      return medianDays === null || p85Days === null ? [] : [medianDays, p85Days];
    }),
  );
  const scale = durationScale(drawn);
  return (
    <div className={classes.multiples}>
      {shown.map((category) => {
        const { name } = categoryWords[category];
        const { leadTime } = totals.categories[category];
        return (
          <FlowMultiple
            key={category}
            category={category}
            words={
              <>
                <OpenNumber
                  amount={formatAmount(leadTime.items, locale)}
                  what={`done, ${name}`}
                  onClick={() => onOpen({ measure: "done", bucket: null, category, ofItems: true })}
                />{" "}
                done: {spreadWords(leadTime, locale)}
              </>
            }
          >
            <BucketCursor
              series={flow}
              locale={locale}
              label={`${name}, lead time by ${flow.bucket}: arrow keys move, Enter opens what was done`}
              figuresOf={({ categories: { [category]: figures } }) => [
                { name: "Done", value: formatAmount(figures.leadTime.items, locale) },
                { name: "Median", value: daysWords(figures.leadTime.medianDays, locale) },
                { name: "85% within", value: daysWords(figures.leadTime.p85Days, locale) },
              ]}
              onChoose={(bucket) => onOpen({ measure: "done", bucket, category, ofItems: true })}
            >
              <Plot count={buckets.length} ticks={scale.ticks} axisOf={bucketAxis(flow, locale)}>
                {(area) => (
                  <LeadTimeLines buckets={buckets} category={category} scale={scale} area={area} />
                )}
              </Plot>
            </BucketCursor>
          </FlowMultiple>
        );
      })}
    </div>
  );
}
