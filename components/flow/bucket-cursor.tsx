"use client";

import { type ReactNode, useState } from "react";
import { bucketName } from "@/components/balance/bucket-words";
import cursorClasses from "@/components/balance/cursor-table.module.css";
import { CursorFrame } from "@/components/charts/cursor-frame";
import type { Bucketing } from "@/lib/domain/balance";

type BucketCursorProps<Bucket> = {
  series: { bucket: Bucketing; buckets: Bucket[] };
  locale: string;
  label: string;
  /** A bucket's numbers, for the panel beside the cursor and as words for those who do not see it. */
  figuresOf: (bucket: Bucket) => { name: string; value: string }[];
  /** `height` is where in the picture it was chosen, 0 at the bottom to 1; null by keyboard. */
  onChoose: (bucket: Bucket, height: number | null) => void;
  children: ReactNode;
};

/** A small picture, read bucket by bucket. */
export function BucketCursor<Bucket extends { start: string; end: string; complete: boolean }>(
  props: BucketCursorProps<Bucket>,
) {
  const { series, locale, label, figuresOf, onChoose, children } = props;
  const { buckets, bucket: size } = series;
  const [cursor, setCursor] = useState<number | null>(null);
  const current = cursor === null ? undefined : buckets[cursor];
  const described = current ?? buckets.at(-1);
  const running = described?.complete ? "" : ", not whole";
  const words = described
    ? `${bucketName(described, size, locale)}${running}: ${figuresOf(described)
        .map(({ name, value }) => `${name} ${value}`)
        .join(", ")}`
    : "no data";
  return (
    <CursorFrame
      count={buckets.length}
      form="bars"
      cursor={current ? cursor : null}
      onCursor={setCursor}
      onChoose={(index, height) => {
        const bucket = buckets[index];
        if (bucket) onChoose(bucket, height);
      }}
      label={label}
      description={words}
      panel={
        current ? (
          <table className={cursorClasses.table} aria-hidden="true">
            <caption className={cursorClasses.caption}>
              {bucketName(current, size, locale)}
              {current.complete ? null : <span className={cursorClasses.quiet}> · not whole</span>}
            </caption>
            <tbody>
              {figuresOf(current).map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null
      }
    >
      {children}
    </CursorFrame>
  );
}
