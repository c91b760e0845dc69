"use client";

import { OpenNumber } from "@/components/balance/open-number";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import type { Flow } from "@/lib/contracts/flow";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { BucketTable, type ColumnGroup } from "./bucket-table";
import type { FlowClicked } from "./flow-selection";
import { daysFigure } from "./flow-words";

type LeadTimeTableProps = { flow: Flow; locale: string; onOpen: (clicked: FlowClicked) => void };

/** Lead times by bucket and category, each beside the count of what it is of. */
export function LeadTimeTable({ flow, locale, onOpen }: LeadTimeTableProps) {
  const groups = chartedCategories.map(
    (category): ColumnGroup => ({
      key: category,
      head: (
        <>
          <CategorySwatch category={category} /> {categoryWords[category].name}
        </>
      ),
      columns: [
        {
          name: "Done",
          cell: ({ bucket, name, figures }) => (
            <OpenNumber
              amount={formatAmount(figures.categories[category].leadTime.items, locale)}
              what={`done, ${categoryWords[category].name}, ${name}`}
              onClick={() => onOpen({ measure: "done", bucket, category, ofItems: true })}
            />
          ),
        },
        {
          name: "Median",
          cell: ({ figures }) =>
            daysFigure(figures.categories[category].leadTime.medianDays, locale),
        },
        {
          name: "85% within",
          cell: ({ figures }) => daysFigure(figures.categories[category].leadTime.p85Days, locale),
        },
      ],
    }),
  );
  return (
    <BucketTable
      label={`Lead times by ${flow.bucket} as a table`}
      caption="In days from opened to done. The figures of the whole period are of all its items, not of its lines."
      flow={flow}
      groups={groups}
      locale={locale}
    />
  );
}
