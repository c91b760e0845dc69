import { bucketName } from "@/components/balance/bucket-words";
import { itemsBehind, type Scope } from "@/components/balance/items-behind";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { knownWords } from "@/components/items/known-words";
import { formatCount, formatDay, formatDayRange } from "@/components/ui/format";
import type { Flow } from "@/lib/contracts/flow";
import type { Measure } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { categoryWords, measureWords } from "@/lib/domain/glossary";
import { togetherOf } from "./flow-words";

export type FlowClicked = {
  measure: Measure;
  /** Null is the whole range. */
  bucket: { start: string; end: string } | null;
  /** Null is all that is drawn, so without the excluded. */
  category: CategoryOrNone | null;
  /** The number is of items even where the flow is in points. */
  ofItems?: true;
};

/** A clicked number of the flow: what it counts, in words and as a question for its items. */
export function flowSelection(
  flow: Flow,
  clicked: FlowClicked,
  scope: Scope,
  locale: string,
): ItemsSelection {
  const { measure, category } = clicked;
  const bucket = flow.buckets.find(({ start }) => start === clicked.bucket?.start) ?? null;
  const what = category ? categoryWords[category].name : "All categories";
  const when =
    measure === "open"
      ? formatDay(flow.to, locale)
      : bucket
        ? bucketName(bucket, flow.bucket, locale)
        : formatDayRange(flow.from, flow.to, locale);
  const noun = flow.unit === "points" && !clicked.ofItems ? "point" : "item";
  const count = formatCount(countOf(flow, { ...clicked, bucket }), noun, locale);
  return {
    title: `${what}, ${when}`,
    clicked: `${measureWords[measure].name}: ${count}${knownNote(flow, scope, locale)}`,
    query: itemsBehind({ ...flow, measure }, { bucket, category }, scope),
  };
}

/** The items of a category that are open and as old as its oldest. */
export function oldestSelection(
  flow: Flow,
  category: keyof Flow["open"]["categories"],
  scope: Scope,
  locale: string,
): ItemsSelection {
  const { oldestOpenedOn } = flow.open.categories[category];
  const whole = { measure: "open", bucket: null, category, ofItems: true } as const;
  const { title, query } = flowSelection(flow, whole, scope, locale);
  const since = oldestOpenedOn ? `Open since ${formatDay(oldestOpenedOn, locale)}` : "Open";
  return {
    title: `Oldest, ${title}`,
    clicked: `${since}${knownNote(flow, scope, locale)}`,
    query: { ...query, openedTo: oldestOpenedOn },
  };
}

/** The items that add no points to what was opened or done in a flow in points. */
export function unestimatedSelection(
  flow: Flow,
  measure: "opened" | "done",
  scope: Scope,
  locale: string,
): ItemsSelection {
  const { query } = flowSelection(flow, { measure, bucket: null, category: null }, scope, locale);
  const count = formatCount(flow.totals.unestimated[measure], "item", locale);
  return {
    title: `Without an estimate, ${formatDayRange(flow.from, flow.to, locale)}`,
    clicked: `${measureWords[measure].name}: ${count} without an estimate`,
    query: { ...query, estimated: "no" },
  };
}

function countOf(flow: Flow, clicked: FlowClicked & { bucket: Flow["buckets"][number] | null }) {
  const { measure, bucket, category, ofItems } = clicked;
  if (measure === "open") {
    const { categories, excluded } = flow.open;
    if (category === "excluded") return excluded;
    if (category) return categories[category].items;
    return Object.values(categories).reduce((sum, { items }) => sum + items, 0);
  }
  const figures = bucket ?? flow.totals;
  if (category === "excluded") return figures.excluded[measure];
  if (category === null) return togetherOf(figures)[measure];
  const own = figures.categories[category];
  return ofItems ? own.leadTime.items : own[measure];
}

function knownNote({ timeZone }: Flow, { asKnownAt }: Scope, locale: string): string {
  return asKnownAt ? `, as known on ${knownWords(asKnownAt, locale, timeZone)}` : "";
}
