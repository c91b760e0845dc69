import { bucketName } from "@/components/balance/bucket-words";
import { daysWords } from "@/components/balance/comparison-words";
import { pointsWords, signedPoints, tenthsOf } from "@/components/balance/points-words";
import { featureWords } from "@/components/balance/share-words";
import { formatAgo, formatAmount, formatCount, formatShare } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import type { Portfolio, PortfolioProduct } from "@/lib/contracts/portfolio";
import { classifiedOf, type Measure } from "@/lib/domain/balance";
import type { portfolioOrders } from "./portfolio-parameters";

const done: Record<Measure, string> = { done: "delivered", opened: "opened", open: "open" };

/** What all products come to together, and who has most and fewest new features. */
export function portfolioSentence(portfolio: Portfolio, locale: string): string {
  const { items, whole, measure, unit } = portfolio;
  const { counts, shares } = whole.totals;
  const counted = items.filter((product) => product.counted);
  const when = daysWords(portfolio, measure, locale);
  const products = formatCount(counted.length, "product", locale);
  if (items.length === 0) return "There is no product yet.";
  if (shares.feature === null) return `${when}, ${products}: no share can be given.`;
  const noun = unit === "items" ? "item" : "point";
  const of = `${formatAmount(counts.feature, locale)} of ${formatCount(classifiedOf(counts), `classified ${noun}`, locale)}`;
  const open = `${formatAmount(counts.unclassified, locale)} unclassified`;
  const share = featureWords(shares.feature, locale);
  return `${when}, ${products}: ${share} of what ${measure === "open" ? "is" : "was"} ${done[measure]} is new features (${of}; ${open})${extremes(counted, locale)}.`;
}

function extremes(products: PortfolioProduct[], locale: string): string {
  const judged = inOrder(products, "share").filter(({ totals }) => totals.shares.feature !== null);
  const [most, fewest] = [judged.at(0), judged.at(-1)];
  if (!most || !fewest || most === fewest) return "";
  if (most.totals.shares.feature === fewest.totals.shares.feature) return "; as much in each";
  const said = ({ name, totals }: PortfolioProduct) =>
    `${name} (${featureWords(totals.shares.feature, locale)})`;
  return `; most in ${said(most)}, fewest in ${said(fewest)}`;
}

/** What a careful reader should know of the numbers. */
export function portfolioNotes(portfolio: Portfolio, locale: string): string[] {
  const { items, bucket, unit, total, weekStart } = portfolio;
  const day = `${weekStart.slice(0, 1).toUpperCase()}${weekStart.slice(1)}`;
  return [
    "Days are each product's own, in its time zone; together they are added up from counts.",
    ...(bucket === "week" ? [`Weeks begin on ${day} here.`] : []),
    ...(unit === "points" ? ["Points of different products may not be of one size."] : []),
    ...(items.some(({ counted }) => !counted)
      ? ["Sample data is generated: it is not in the sum."]
      : []),
    ...(total > items.length
      ? [
          `${formatAmount(items.length, locale)} of ${formatCount(total, "product", locale)} are on this page, and in its sum.`,
        ]
      : []),
  ];
}

/** By name, or the largest feature share first and those without one last. */
export function inOrder(
  products: PortfolioProduct[],
  order: (typeof portfolioOrders)[number],
): PortfolioProduct[] {
  const shareOf = ({ totals }: PortfolioProduct) => totals.shares.feature ?? -1;
  return products.toSorted((a, b) => {
    const byShare = order === "share" ? shareOf(b) - shareOf(a) : 0;
    return byShare || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
  });
}

/** A product as the balance that it is. */
export function productBalance(portfolio: Portfolio, product: PortfolioProduct): Balance {
  const { from, to, bucket, measure, unit } = portfolio;
  const { id: _, name: __, sample: ___, counted: ____, ...balance } = product;
  return { from, to, bucket, measure, unit, ...balance };
}

/** How fresh a product's numbers are. `now` in milliseconds since 1970. */
export function syncedWords(
  { syncedAt, stale }: Pick<PortfolioProduct, "syncedAt" | "stale">,
  now: number,
): string {
  if (stale) return `Stale: ${stale.why}`;
  return syncedAt ? `Synced ${formatAgo(syncedAt, now)}` : "Not synced yet";
}

/** What was agreed last, and how far the product is from it; a dash where nothing is. */
export function agreedWords({ targets, drift }: PortfolioProduct, locale: string): string {
  const target = targets.at(-1);
  if (!target) return "–";
  const agreed = formatShare(target.shares.feature, locale);
  const difference = drift?.difference ?? null;
  if (difference === null) return agreed;
  return `${agreed}, now ${signedPoints(tenthsOf(difference), locale)} points`;
}

/** The share of the first and the last bucket that has one, in words. */
export function trendWords(
  { buckets }: Pick<PortfolioProduct, "buckets">,
  size: Portfolio["bucket"],
  locale: string,
): string {
  const judged = buckets.filter(({ shares }) => shares.feature !== null);
  const [first, last] = [judged.at(0), judged.at(-1)];
  if (!first || !last) return "no share in any bucket";
  const said = (bucket: typeof first) =>
    `${featureWords(bucket.shares.feature, locale)} in ${bucketName(bucket, size, locale)}`;
  return first === last ? said(first) : `from ${said(first)} to ${said(last)}`;
}

/** Two products' feature shares, how far apart they are, and what they are of. */
export function besideWords(
  { measure, unit }: Portfolio,
  [a, b]: [PortfolioProduct, PortfolioProduct],
  locale: string,
): string {
  const noun = unit === "items" ? "item" : "point";
  const said = ({ name, totals }: PortfolioProduct) =>
    totals.shares.feature === null
      ? `${name}: no share can be given`
      : `${name}: ${featureWords(totals.shares.feature, locale)} new features of ${formatCount(classifiedOf(totals.counts), noun, locale)} ${done[measure]}`;
  const [one, other] = [a.totals.shares.feature, b.totals.shares.feature];
  const apart =
    one === null || other === null
      ? ""
      : ` They are ${pointsWords(tenthsOf(one - other), locale)} apart.`;
  return `${said(a)}. ${said(b)}.${apart}`;
}
