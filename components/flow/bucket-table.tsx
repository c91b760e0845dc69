"use client";

import type { ReactNode } from "react";
import tableClasses from "@/components/balance/balance-table.module.css";
import { bucketName } from "@/components/balance/bucket-words";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Flow, FlowBucket, FlowFigures } from "@/lib/contracts/flow";
import classes from "./flow.module.css";

/** One line: a bucket, or the whole range where it is null. */
export type BucketRow = { bucket: FlowBucket | null; name: string; figures: FlowFigures };

export type ColumnGroup = {
  key: string;
  head: ReactNode;
  columns: { name: string; cell: (row: BucketRow) => ReactNode }[];
};

type BucketTableProps = {
  label: string;
  caption: string;
  flow: Flow;
  groups: ColumnGroup[];
  locale: string;
};

/** A picture's numbers as a table, latest first, with the whole range at the foot. */
export function BucketTable({ label, caption, flow, groups, locale }: BucketTableProps) {
  const rows = flow.buckets.toReversed().map((bucket) => ({
    bucket,
    name: bucketName(bucket, flow.bucket, locale),
    figures: bucket,
  }));
  const whole = { bucket: null, name: "Whole period", figures: flow.totals };
  return (
    <ScrollRegion label={label}>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {flow.bucket}
            </th>
            {groups.map(({ key, head, columns }) => (
              <th scope="colgroup" key={key} colSpan={columns.length}>
                {head}
              </th>
            ))}
          </tr>
          <tr>
            {groups.map(({ key, columns }) =>
              columns.map(({ name }) => (
                <th scope="col" key={key + name}>
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.bucket.start} row={row} groups={groups} />
          ))}
        </tbody>
        <tfoot>
          <Line row={whole} groups={groups} />
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function Line({ row, groups }: { row: BucketRow; groups: ColumnGroup[] }) {
  const { bucket, name } = row;
  return (
    <tr>
      <th scope="row">
        {name}
        {bucket && !bucket.complete ? <span className={tableClasses.note}> not whole</span> : null}
      </th>
      {groups.map(({ key, columns }) =>
        columns.map((column) => <td key={key + column.name}>{column.cell(row)}</td>),
      )}
    </tr>
  );
}
