"use client";

import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Item, ItemDetail, ItemList, SetCategory } from "@/lib/contracts/items";
import type { Category } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import type { Kind } from "@/lib/domain/kind";
import { itemKey } from "./items-query";

/** Null takes a person's decision back. */
export type Decision = { item: Item; category: Category | null; kind?: Kind | null };

/** Changes an item's category at once on the screen, and offers to undo it. */
export function useSetCategory() {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: sendDecision,
    onMutate: async ({ item, category }) => {
      await queryClient.cancelQueries({ queryKey: ["items"] });
      if (category !== null) show({ ...item, ...decided(category) });
    },
    onSuccess: (answer, { item, category }) => {
      show({ ...item, ...classificationOf(answer) });
      void notify({
        message: `${item.key}: ${spoken(category, answer)}`,
        action: { label: "Undo", run: () => mutation.mutate(undoOf(item, answer)) },
      });
    },
    onError: (error, { item }) => {
      show(item);
      void notify({ message: `${item.key} was not changed. ${error.message}`, tone: "error" });
    },
    onSettled: async (_answer, _error, { item }) => {
      // Open lists keep their rows, so that a corrected item does not vanish under the pointer.
      await queryClient.invalidateQueries({ queryKey: ["items"], refetchType: "none" });
      await queryClient.invalidateQueries({ queryKey: itemKey(item.id) });
      await queryClient.invalidateQueries({ queryKey: ["balance"] });
    },
  });
  const show = (changed: Item) => {
    queryClient.setQueriesData<InfiniteData<ItemList>>({ queryKey: ["items"] }, (lists) =>
      lists ? { ...lists, pages: lists.pages.map((page) => withItem(page, changed)) } : lists,
    );
  };
  return mutation;
}

/** Tells the server what a person decided of an item. */
export function sendDecision({ item, category, kind }: Decision): Promise<ItemDetail> {
  const path = `/api/items/${item.id}/category`;
  if (category === null) return sendJson("DELETE", path);
  const body: SetCategory = { category, ...(kind && { kind }) };
  return sendJson("PUT", path, body);
}

function withItem(page: ItemList, changed: Item): ItemList {
  return { ...page, items: page.items.map((item) => (item.id === changed.id ? changed : item)) };
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
