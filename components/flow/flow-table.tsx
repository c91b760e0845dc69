"use client";

import { OpenNumber } from "@/components/balance/open-number";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import type { Flow } from "@/lib/contracts/flow";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { type BucketRow, BucketTable, type ColumnGroup } from "./bucket-table";
import type { FlowClicked } from "./flow-selection";
import { signedWords, togetherOf } from "./flow-words";

type FlowTableProps = { flow: Flow; locale: string; onOpen: (clicked: FlowClicked) => void };

/** Opened, done and their difference by bucket and category; every count opens its items. */
export function FlowTable({ flow, locale, onOpen }: FlowTableProps) {
  const counted = (
    measure: "opened" | "done",
    category: CategoryOrNone | null,
    countOf: (row: BucketRow) => Record<typeof measure, number>,
  ) => ({
    name: measure === "opened" ? "Opened" : "Done",
    cell: (row: BucketRow) => (
      <OpenNumber
        amount={formatAmount(countOf(row)[measure], locale)}
        what={`${measure}, ${category ? categoryWords[category].name : "together"}, ${row.name}`}
        onClick={() => onOpen({ measure, bucket: row.bucket, category })}
      />
    ),
  });
  const net = (netOf: (row: BucketRow) => number) => ({
    name: "Net",
    cell: (row: BucketRow) => signedWords(netOf(row), locale),
  });
  const ofCategories = chartedCategories.map((category): ColumnGroup => {
    const own = ({ figures }: BucketRow) => figures.categories[category];
    return {
      key: category,
      head: (
        <>
          <CategorySwatch category={category} /> {categoryWords[category].name}
        </>
      ),
      columns: [
        counted("opened", category, own),
        counted("done", category, own),
        net((row) => own(row).net),
      ],
    };
  });
  const all = ({ figures }: BucketRow) => togetherOf(figures);
  const beside = ({ figures }: BucketRow) => figures.excluded;
  const groups: ColumnGroup[] = [
    ...ofCategories,
    {
      key: "together",
      head: "Together",
      columns: [
        counted("opened", null, all),
        counted("done", null, all),
        net((row) => all(row).net),
      ],
    },
    {
      key: "excluded",
      head: (
        <>
          <CategorySwatch category="excluded" /> {categoryWords.excluded.name}
        </>
      ),
      columns: [counted("opened", "excluded", beside), counted("done", "excluded", beside)],
    },
  ];
  return (
    <BucketTable
      label={`The flow by ${flow.bucket} as a table`}
      caption={`In ${flow.unit}. Net is opened minus done. Excluded items are in no other column.`}
      flow={flow}
      groups={groups}
      locale={locale}
    />
  );
}
