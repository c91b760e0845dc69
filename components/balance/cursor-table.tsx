import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import { drawnOf } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { agreedWords } from "./agreed-words";
import { BandSwatch } from "./band-swatch";
import { bucketName } from "./bucket-words";
import classes from "./cursor-table.module.css";
import { bandEnds, bandWords, shareWords } from "./share-words";

type CursorTableProps = { bucket: BalanceBucket; balance: Balance; locale: string };

/** The numbers of the bucket under the cursor. */
export function CursorTable({ bucket, balance, locale }: CursorTableProps) {
  const agreed = agreedWords(bucket, balance, locale);
  return (
    <table className={classes.table} aria-hidden="true">
      <caption className={classes.caption}>
        {bucketName(bucket, balance.bucket, locale)}
        {bucket.complete ? null : <span className={classes.quiet}> · not over yet</span>}
      </caption>
      <thead>
        <tr>
          <th />
          <th>{unitWords[balance.unit].name}</th>
          <th>Share</th>
        </tr>
      </thead>
      <tbody>
        {chartedCategories.map((category) => (
          <tr key={category}>
            <th scope="row">
              <CategorySwatch category={category} /> {categoryWords[category].name}
            </th>
            <td>{formatAmount(bucket.counts[category], locale)}</td>
            <td>{category === "unclassified" ? "" : shareWords(bucket, category, locale)}</td>
          </tr>
        ))}
        <tr className={classes.total}>
          <th scope="row">Together</th>
          <td>{formatAmount(drawnOf(bucket.counts), locale)}</td>
          <td />
        </tr>
        {bucket.contested.band?.feature ? (
          <tr>
            <th scope="row">
              <BandSwatch /> Contested, feature
            </th>
            <td>{formatAmount(contestedOf(bucket), locale)}</td>
            <td>{bandWords(bucket.contested.band.feature, locale)}</td>
          </tr>
        ) : null}
        {agreed ? (
          <tr>
            <th scope="row">Agreed, feature</th>
            <td />
            <td>{agreed}</td>
          </tr>
        ) : null}
        {bucket.excluded > 0 ? (
          <tr className={classes.quiet}>
            <th scope="row">Excluded</th>
            <td>{formatAmount(bucket.excluded, locale)}</td>
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** The same numbers as one sentence, for a screen reader on the cursor. */
export function bucketSentence(
  bucket: BalanceBucket | undefined,
  balance: Balance,
  locale: string,
): string {
  if (!bucket) return "no data";
  const parts = chartedCategories.map((category) => {
    const share = category === "unclassified" ? "" : ` (${shareWords(bucket, category, locale)})`;
    return `${categoryWords[category].name} ${formatAmount(bucket.counts[category], locale)}${share}`;
  });
  const running = bucket.complete ? "" : ", not over yet";
  const band = bucket.contested.band?.feature;
  const contested = band
    ? `; ${formatAmount(contestedOf(bucket), locale)} contested, Feature between ${bandEnds(band, locale).join(" and ")}`
    : "";
  const agreed = agreedWords(bucket, balance, locale);
  const target = agreed ? `; agreed for Feature: ${agreed} percent` : "";
  return `${bucketName(bucket, balance.bucket, locale)}${running}: ${parts.join(", ")}${contested}${target}`;
}
