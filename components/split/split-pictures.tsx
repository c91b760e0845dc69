"use client";

import { Anchor } from "@mantine/core";
import { useId } from "react";
import { type ChartRow, chartRows, chartScale, stackOrder } from "@/components/balance/chart-rows";
import type { NumberClicked } from "@/components/balance/items-behind";
import { OpenNumber } from "@/components/balance/open-number";
import { shareWords } from "@/components/balance/share-words";
import { Plot } from "@/components/charts/plot";
import { seriesAt } from "@/components/charts/scale";
import { bucketAxis } from "@/components/flow/bucket-axis";
import { BucketCursor } from "@/components/flow/bucket-cursor";
import classes from "@/components/flow/flow.module.css";
import { CategoryPatterns } from "@/components/ui/category-patterns";
import { formatAmount, formatShare } from "@/components/ui/format";
import type { BalanceBucket } from "@/lib/contracts/balance";
import type { SplitPart } from "@/lib/contracts/balance-split";
import type { ChartView } from "@/lib/domain/balance";
import { type Bucketing, classifiedOf } from "@/lib/domain/balance";
import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { SplitSeam } from "./split-seam";
import { partShareWords } from "./split-words";

type SplitPicturesProps<Part extends SplitPart> = {
  parts: Part[];
  bucket: Bucketing;
  view: ChartView;
  locale: string;
  onOpen: (part: Part, clicked: NumberClicked) => void;
  /** Shows the part alone; the label says so. */
  onChoose: (part: Part) => void;
  chooseLabel: (part: Part) => string;
};

/** The seam of each part, a picture each, all on one scale. */
export function SplitPictures<Part extends SplitPart>(props: SplitPicturesProps<Part>) {
  const { parts, bucket: size, view, locale, onOpen, onChoose, chooseLabel } = props;
  const scope = useId().replaceAll(/[^\w]/g, "");
  const drawn = parts.map((part) => ({ part, rows: chartRows(part.buckets, view) }));
  const { top } = chartScale(
    drawn.flatMap(({ rows }) => rows),
    view,
  );
  // In shares the lane of what is unclassified lies above 100 %.
  const highest = view === "shares" ? 1 : top;
  const ticks = [0, highest / 2, highest].map((value) => ({
    at: value / top,
    name: view === "shares" ? formatShare(value, locale) : formatAmount(value, locale),
  }));
  return (
    <div className={classes.multiples}>
      <svg width="0" height="0" aria-hidden="true" className={classes.patterns}>
        <CategoryPatterns scope={scope} />
      </svg>
      {drawn.map(({ part, rows }) => (
        <figure key={part.id} className={classes.multiple}>
          <figcaption className={classes.caption}>
            <strong className={classes.name}>
              <Anchor
                component="button"
                type="button"
                inherit
                underline="always"
                aria-label={chooseLabel(part)}
                onClick={() => onChoose(part)}
              >
                <bdi>{part.name}</bdi>
              </Anchor>
            </strong>
            <PartFigures part={part} locale={locale} onOpen={(clicked) => onOpen(part, clicked)} />
          </figcaption>
          <div className={classes.plot}>
            <BucketCursor
              series={{ bucket: size, buckets: part.buckets }}
              locale={locale}
              label={`${part.name}, the balance by ${size}: arrow keys move, Enter opens the items`}
              figuresOf={(bucket) => figuresOf(bucket, locale)}
              onChoose={(bucket, height) => {
                const row = rows.find(({ start }) => start === bucket.start);
                const category = row && height !== null ? categoryAt(row, height * top) : null;
                onOpen(part, { bucket, category });
              }}
            >
              <Plot
                count={rows.length}
                ticks={ticks}
                axisOf={bucketAxis({ bucket: size, buckets: part.buckets }, locale)}
              >
                {(area) => <SplitSeam rows={rows} top={top} area={area} scope={scope} />}
              </Plot>
            </BucketCursor>
          </div>
        </figure>
      ))}
    </div>
  );
}

type PartFiguresProps = {
  part: SplitPart;
  locale: string;
  onOpen: (clicked: NumberClicked) => void;
};

/** The share of a part with the counts it is made of, each of which opens its items. */
function PartFigures({ part, locale, onOpen }: PartFiguresProps) {
  const { counts } = part.totals;
  const words = partShareWords(part, locale);
  const number = (category: ChartedCategory) => (
    <OpenNumber
      amount={formatAmount(counts[category], locale)}
      what={`${categoryWords[category].name}, ${part.name}`}
      onClick={() => onOpen({ bucket: null, category })}
    />
  );
  return (
    <>
      {words}
      {part.totals.shares.feature === null ? null : (
        <>
          : {number("feature")} of {formatAmount(classifiedOf(counts), locale)} classified
        </>
      )}
      {counts.unclassified > 0 ? <>; {number("unclassified")} unclassified</> : null}
    </>
  );
}

function figuresOf(bucket: BalanceBucket, locale: string) {
  return chartedCategories.map((category) => {
    const share = category === "unclassified" ? "" : ` (${shareWords(bucket, category, locale)})`;
    const amount = formatAmount(bucket.counts[category], locale);
    return { name: categoryWords[category].name, value: `${amount}${share}` };
  });
}

function categoryAt(row: ChartRow, value: number): ChartedCategory | null {
  const key = seriesAt(row, stackOrder, value);
  return key === "gap" ? null : key;
}
