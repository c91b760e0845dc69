"use client";

import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { forgetItem, showItem } from "@/components/items/show-item";
import { sendDecision } from "@/components/items/use-set-category";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Item, ItemDetail } from "@/lib/contracts/items";
import type { Category } from "@/lib/domain/category";

/** Contests an item's category with a reason. */
export function useContest() {
  return useItemMutation(({ item, reason }: { item: Item; reason: string }) =>
    sendJson<ItemDetail>("POST", disputePath(item), { reason }),
  );
}

/** How a dispute ends: with the category that the item has, or with another. */
export type Settlement = { item: Item; category: Category | null };

/**
 * Settles a dispute. The category is set first: where only that succeeds, the item stays contested,
 * which the screen shows.
 */
export function useSettle() {
  return useItemMutation(async ({ item, category }: Settlement) => {
    const { reason } = item.dispute ?? {};
    if (category !== item.category)
      await sendDecision({ item, category, ...(reason && { reason }) });
    return sendJson<ItemDetail>("DELETE", disputePath(item));
  });
}

/** Takes a settlement back: the category is what it was, and the item is contested again. */
export function useUnsettle() {
  return useItemMutation(async ({ item: before, category }: Settlement) => {
    if (category !== before.category) {
      const own = before.because === "override" ? before.category : null;
      await sendDecision({ item: before, category: own });
    }
    const { reason = "Contested again" } = before.dispute ?? {};
    return sendJson<ItemDetail>("POST", disputePath(before), { reason });
  });
}

function useItemMutation<V extends { item: Item }>(send: (wish: V) => Promise<ItemDetail>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => showItem(queryClient, asListed(answer)),
    onError: (error, { item }) => refused(queryClient, item, error),
    onSettled: (_answer, _error, { item }) => forgetItem(queryClient, item.id),
  });
}

function refused(queryClient: QueryClient, item: Item, error: Error): void {
  // Another person may have settled or contested it meanwhile: what the lists hold is old.
  void queryClient.invalidateQueries({ queryKey: ["items"] });
  void notify({ message: `${item.key} was not changed. ${error.message}`, tone: "error" });
}

/** A list's row of an item's detail. */
function asListed(detail: ItemDetail): Item {
  const { body: _, events: __, classificationChanges: ___, disputes: ____, ...item } = detail;
  return item;
}

function disputePath({ id }: Item): string {
  return `/api/items/${id}/dispute`;
}
