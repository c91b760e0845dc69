import type { ItemFilter } from "@/db/queries/item-filter";
import type { CategoryOrNone } from "@/lib/domain/category";
import type { WorkItem } from "@/lib/domain/work-item";

/** An item as the oracle sees it, and the source it is of. */
export type FilteredItem = { item: WorkItem; category: CategoryOrNone; source: string };

/** The slow, obviously right answer: asks every item about every field that is filtered. */
export function naiveFilter(items: FilteredItem[], filter: ItemFilter): FilteredItem[] {
  const keep = (one: FilteredItem, { teams, ...fields }: ItemFilter): boolean =>
    fieldsOf(one, items).every(({ name, values }) => {
      const asked: readonly string[] | undefined = fields[name];
      return asked === undefined || values.some((value) => asked.includes(value));
    }) &&
    (fields.q === undefined || one.item.title.toLowerCase().includes(fields.q.toLowerCase())) &&
    (fields.estimated === undefined ||
      (one.item.points === null) === (fields.estimated === "no")) &&
    (fields.measured === undefined ||
      (one.item.effortDays === null) === (fields.measured === "no")) &&
    (teams === undefined || teams.some((team) => keep(one, team)));
  return items.filter((one) => !one.item.isContainer && keep(one, filter));
}

type ListField = Exclude<
  keyof ItemFilter,
  "kind" | "because" | "estimated" | "measured" | "q" | "contested" | "teams"
>;

function fieldsOf(
  { item, category, source }: FilteredItem,
  all: FilteredItem[],
): { name: ListField; values: string[] }[] {
  const present = (value: string | null) => (value === null ? [] : [value]);
  return [
    { name: "category", values: [category] },
    { name: "state", values: [item.state] },
    { name: "source", values: [source] },
    { name: "label", values: item.labels },
    { name: "assignee", values: item.assignees },
    { name: "component", values: item.components },
    { name: "milestone", values: present(item.milestone) },
    { name: "sprint", values: present(item.sprint) },
    { name: "epic", values: ancestorKeys(item, all) },
  ];
}

/** One ancestor after another, for as many steps as there are items. */
function ancestorKeys(item: WorkItem, all: FilteredItem[]): string[] {
  const keys: string[] = [];
  let at: WorkItem | undefined = item;
  for (let step = 0; step < all.length && at; step++) {
    const key: string | null = at.parentKey === at.key ? null : at.parentKey;
    at = all.find((one) => one.item.key === key)?.item;
    if (at) keys.push(at.key);
  }
  return keys;
}
