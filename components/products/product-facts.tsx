import { ReadOnlyNote } from "@/components/accounts/writable-with";
import type { Product } from "@/lib/contracts/products";
import { digestFrequencyWords } from "@/lib/domain/glossary";
import classes from "./product-facts.module.css";
import { weekdayName } from "./weekday-name";

/** The settings of a product, for whoever may not change them: they explain its numbers all the same. */
export function ProductFacts({ product }: { product: Product }) {
  const { name, timeZone, weekStart, outsidePeriods, outsidePeriod, digest } = product;
  const periods = outsidePeriods === 1 ? `whole ${outsidePeriod}` : `whole ${outsidePeriod}s`;
  const facts: [term: string, value: string][] = [
    ["Name", name],
    ["Time zone", timeZone],
    ["First day of the week", weekdayName(weekStart)],
    ["Asks for a talk", `after ${outsidePeriods} ${periods} outside the agreed band`],
    ["Digest", digestFrequencyWords[digest].name],
  ];
  return (
    <section aria-label="Settings of the product">
      <dl className={classes.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <ReadOnlyNote right="manage_products" />
    </section>
  );
}
