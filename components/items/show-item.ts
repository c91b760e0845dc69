import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Item, ItemList } from "@/lib/contracts/items";
import { itemKey } from "./items-query";

/** Shows a changed item in every open list of the present; lists of the past stay as they were. */
export function showItem(queryClient: QueryClient, changed: Item): void {
  queryClient.setQueriesData<InfiniteData<ItemList>>(
    { queryKey: ["items"], predicate: ({ queryKey }) => !isOfThePast(queryKey[1]) },
    (lists) =>
      lists ? { ...lists, pages: lists.pages.map((page) => withItem(page, changed)) } : lists,
  );
}

/** After a change of an item: what shows it is asked for again, but open lists keep their rows. */
export async function forgetItem(queryClient: QueryClient, itemId: string): Promise<void> {
  // An item that no longer belongs into a list does not vanish under the pointer.
  await queryClient.invalidateQueries({ queryKey: ["items"], refetchType: "none" });
  const stale = [itemKey(itemId), ["balance"], ["audit"]];
  await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

function withItem(page: ItemList, changed: Item): ItemList {
  return { ...page, items: page.items.map((item) => (item.id === changed.id ? changed : item)) };
}

function isOfThePast(asked: unknown): boolean {
  return typeof asked === "object" && asked !== null && "asKnownAt" in asked && !!asked.asKnownAt;
}
