"use client";

import tableClasses from "@/components/balance/balance-table.module.css";
import { bucketName } from "@/components/balance/bucket-words";
import type { NumberClicked } from "@/components/balance/items-behind";
import { OpenNumber } from "@/components/balance/open-number";
import classes from "@/components/flow/flow.module.css";
import { formatAmount, formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { SplitPart } from "@/lib/contracts/balance-split";
import { type Bucketing, drawnOf, type Unit } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";

type SplitBucketTableProps<Part extends SplitPart> = {
  label: string;
  parts: Part[];
  bucket: Bucketing;
  unit: Unit;
  locale: string;
  onOpen: (part: Part, clicked: NumberClicked) => void;
};

/** The pictures' numbers by bucket, latest first: for each part its amount and its feature share. */
export function SplitBucketTable<Part extends SplitPart>(props: SplitBucketTableProps<Part>) {
  const { label, parts, bucket: size, unit, locale, onOpen } = props;
  const buckets = parts[0]?.buckets ?? [];
  const amountName = unitWords[unit].name;
  return (
    <ScrollRegion label={label}>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption>In {unitWords[unit].noun}s: all that is drawn, and the feature share.</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {size}
            </th>
            {parts.map(({ id, name }) => (
              <th scope="colgroup" key={id} colSpan={2}>
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
          <tr>
            {parts.map(({ id }) =>
              [amountName, "Feature"].map((name) => (
                <th scope="col" key={id + name}>
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {buckets
            .map((bucket, index) => ({ bucket, index }))
            .toReversed()
            .map(({ bucket, index }) => {
              const when = bucketName(bucket, size, locale);
              return (
                <tr key={bucket.start}>
                  <th scope="row">
                    {when}
                    {bucket.complete ? null : <span className={tableClasses.note}> not whole</span>}
                  </th>
                  {parts.map((part) => {
                    const own = part.buckets[index];
                    if (!own) return <td key={part.id} colSpan={2} />;
                    return [
                      <td key={`${part.id} amount`}>
                        <OpenNumber
                          amount={formatAmount(drawnOf(own.counts), locale)}
                          what={`${part.name}, ${when}`}
                          onClick={() => onOpen(part, { bucket: own, category: null })}
                        />
                      </td>,
                      <td key={`${part.id} share`}>{formatShare(own.shares.feature, locale)}</td>,
                    ];
                  })}
                </tr>
              );
            })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
