"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Item, ItemDetail, SetCategory } from "@/lib/contracts/items";
import type { Category } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import type { Kind } from "@/lib/domain/kind";
import { forgetItem, showItem } from "./show-item";

/** Null takes a person's decision back. */
export type Decision = {
  item: Item;
  category: Category | null;
  kind?: Kind | null;
  reason?: string;
};

/**
 * Changes an item's category at once on the screen, and offers to undo it. What is decided of one item
 * goes one after the other, wherever it is decided, so that the last choice is the one that stays.
 */
export function useSetCategory(itemId: string) {
  const queryClient = useQueryClient();
  const mutationKey = ["set-category", { itemId }];
  // What waits behind it has already been shown, and is told of when it is stored.
  const isLast = () => queryClient.isMutating({ mutationKey }) <= 1;
  const mutation = useMutation({
    mutationKey,
    scope: { id: `category ${itemId}` },
    mutationFn: sendDecision,
    onMutate: async ({ item, category }) => {
      await queryClient.cancelQueries({ queryKey: ["items"] });
      if (category !== null) show({ ...item, ...decided(category) });
    },
    onSuccess: (answer, { item, category }) => {
      if (!isLast()) return;
      show({ ...item, ...classificationOf(answer) });
      void notify({
        message: `${item.key}: ${spoken(category, answer)}`,
        action: { label: "Undo", run: () => mutation.mutate(undoOf(item, answer)) },
      });
    },
    onError: (error, { item }) => {
      if (isLast()) show(item);
      void notify({ message: `${item.key} was not changed. ${error.message}`, tone: "error" });
    },
    onSettled: (_answer, _error, { item }) => forgetItem(queryClient, item.id),
  });
  const show = (changed: Item) => showItem(queryClient, changed);
  return mutation;
}

/** Tells the server what a person decided of an item. */
export function sendDecision({ item, category, kind, reason }: Decision): Promise<ItemDetail> {
  const path = `/api/items/${item.id}/category`;
  if (category === null) return sendJson("DELETE", path);
  const body: SetCategory = { category, ...(kind && { kind }), ...(reason && { reason }) };
  return sendJson("PUT", path, body);
}

function decided(category: Category): Partial<Item> {
  return {
    category,
    kind: null,
    because: "override",
    confidence: 1,
    evidence: [],
    suggestion: null,
  };
}

function classificationOf({ category, kind, because, confidence, evidence, suggestion }: Item) {
  return { category, kind, because, confidence, evidence, suggestion };
}

/** Back to the person's earlier decision, or to what the product itself had said. */
function undoOf(before: Item, after: Item): Decision {
  return { item: after, category: before.because === "override" ? before.category : null };
}

function spoken(category: Category | null, answer: Item): string {
  const name = categoryWords[answer.category ?? "unclassified"].name;
  return category === null ? `taken back, ${name} again.` : `now ${name}.`;
}
