import type { BalanceQuestion } from "@/db/queries/balance";
import { readSplitCells } from "@/db/queries/balance-split";
import { readProductVersion } from "@/db/queries/product-version";
import { countProducts, listProductsOfWorkspace } from "@/db/queries/products";
import type { ProductRow } from "@/db/schema";
import { countBuckets, dayOf } from "@/lib/balance/calendar";
import type { FoldedBucket } from "@/lib/balance/fold-balance";
import { grainsOf } from "@/lib/balance/grains";
import { commonWeekStart, foldPortfolio } from "@/lib/balance/portfolio";
import type { GetPortfolio, Portfolio } from "@/lib/contracts/portfolio";
import type { Days, Weekday } from "@/lib/domain/balance";
import { mostPortfolioBuckets, mostPortfolioProducts } from "@/lib/domain/portfolio";
import { visibleProducts } from "@/lib/rights/may-do";
import { balanceQuestion } from "./balance-question";
import { firstDayAsked, invalidDay, lastDayAsked, requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { driftOfAnswer } from "./drift-of-answer";
import { freshnessOfProducts } from "./freshness";
import { readTargets } from "./read-targets";
import { readTriggers } from "./read-triggers";
import { requireRight } from "./rights";
import { versionedReads } from "./versioned-reads";

/**
 * The balances of the workspace's products, newest first, and what they come to together. Days are
 * each product's own. Errors: `invalid_request` naming the day at fault, or a cursor that is none.
 */
export async function getPortfolio({
  ctx,
  input: { query },
}: {
  ctx: Context;
  input: { query: GetPortfolio };
}): Promise<Portfolio> {
  requireRight(ctx.actor, "list");
  const { workspaceId } = ctx.actor;
  const visible = visibleProducts(ctx.actor);
  const { bucket, measure, unit } = query;
  const after = readCursor(query.cursor);
  const products = await listProductsOfWorkspace(ctx.db, {
    workspaceId,
    visible,
    limit: mostPortfolioProducts,
    after: after && { createdAt: new Date(after.createdAt), id: after.id },
  });
  const now = ctx.now();
  const days = portfolioDays(query, products, now);
  const weekStart = commonWeekStart(products);
  const asked = await Promise.all(
    products.map((product) => questionOf(ctx, product, query, { days, weekStart, now })),
  );
  const [cells, freshness, total] = await Promise.all([
    readSplitCells(
      ctx.db,
      asked.map(({ question }) => question),
    ),
    freshnessOfProducts(ctx, { workspaceId, productIds: products.map(({ id }) => id) }),
    countProducts(ctx.db, { workspaceId, visible }),
  ]);
  const onlySamples = products.every(({ sample }) => sample);
  const parts = asked.map(({ product, buckets, question }, place) => ({
    product,
    question,
    buckets,
    cells: cells.filter(({ part }) => part === place),
    counted: onlySamples || !product.sample,
  }));
  const folded = foldPortfolio(parts, measure);
  const last = products.length === mostPortfolioProducts ? products.at(-1) : undefined;
  const items = await Promise.all(
    folded.products.map(async ({ product: { product, question, counted }, balance }) => {
      const { id, name, timeZone, sample } = product;
      const { syncedAt, stale } = freshness.get(id) ?? neverSynced;
      const agreed = await agreedOf(ctx, { product, query, question, days, balance });
      const reasonsToTalk = (await readTriggers(ctx, product)).triggers.length;
      const told = { ...agreed, reasonsToTalk, syncedAt, stale };
      return { id, name, timeZone, sample, counted, ...balance, ...told };
    }),
  );
  return {
    ...days,
    bucket,
    measure,
    unit,
    weekStart,
    items,
    whole: folded.whole,
    total,
    nextCursor: last ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id }) : null,
  };
}

/** What was agreed for a product's days, and how it compares, as its own balance tells it. */
async function agreedOf(
  ctx: Context,
  asked: {
    product: ProductRow;
    query: GetPortfolio;
    question: BalanceQuestion;
    days: Days;
    balance: { buckets: FoldedBucket[] };
  },
) {
  const { product, question, days, balance } = asked;
  const { bucket, measure, unit } = asked.query;
  const query = { bucket, measure, unit, breakdown: "category" } as const;
  const version = await readProductVersion(ctx.db, question);
  const reads = versionedReads(ctx, { ...question, version });
  const agreed = await readTargets(reads, product, { query, range: days, knownAt: undefined });
  const { targets } = agreed;
  if (targets.length === 0) return { ...agreed, drift: null };
  return { ...agreed, drift: await driftOfAnswer(reads, { question, folded: balance, targets }) };
}

const neverSynced = { syncedAt: null, stale: null };

/** The days as given, else up to the latest day that it is in any of the products. */
function portfolioDays({ from, to, bucket }: GetPortfolio, products: ProductRow[], now: Date) {
  const todays = products.map(({ timeZone }) => dayOf(now, timeZone)).sort();
  const today = todays.at(-1) ?? dayOf(now, "UTC");
  const last = lastDayAsked({ from, to }, today);
  const first = firstDayAsked({ from, to: last });
  requireKnownDay("from", first);
  if (first > last) throw invalidDay("from", "The first day is after the last.");
  if (countBuckets({ from: first, to: last, bucket }) > mostPortfolioBuckets) {
    const most = `That is more than ${mostPortfolioBuckets} buckets for each product.`;
    throw invalidDay("from", `${most} Ask for larger ones or fewer days.`);
  }
  return { from: first, to: last };
}

/** What a product is asked. Weeks that begin as none of its sums do are read day by day. */
async function questionOf(
  ctx: Context,
  product: ProductRow,
  { bucket, measure, unit }: GetPortfolio,
  { days, weekStart, now }: { days: Days; weekStart: Weekday; now: Date },
) {
  const query = { bucket, measure, unit, breakdown: "category" } as const;
  const asked = { ...product, weekStart };
  const { question, buckets } = await balanceQuestion(ctx, asked, query, { ...days, now });
  const isOwnWeek = bucket !== "week" || product.weekStart === weekStart;
  const read = isOwnWeek ? question.days : grainsOf({ ...days, bucket: "day", measure, weekStart });
  return { product, buckets, question: { ...question, days: read } };
}
