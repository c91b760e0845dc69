"use client";

import {
  type QueryClient,
  useIsMutating,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { sendDecision } from "@/components/items/use-set-category";
import { ApiError, sendJson } from "@/components/ui/api";
import { formatAmount } from "@/components/ui/format";
import { notify } from "@/components/ui/notify";
import { useLocale } from "@/components/ui/use-locale";
import type { OverrideBatch, UndoneBatch } from "@/lib/contracts/triage";
import type { Category } from "@/lib/domain/category";
import { batchOf } from "./alike-step";
import { coverageKey, triageKey } from "./triage-query";
import { type BatchStep, itemsOf, type Step, type TriageItem } from "./triage-step";
import { stepName } from "./triage-words";

type OneStep = Extract<Step, { did: "decide" }>;

/** All changes go one after the other, so that an undo never overtakes what it undoes. */
const inOrder = { scope: { id: "triage" }, mutationKey: ["triage-change"] } as const;

/** Whether a change is on its way: what is read meanwhile may be of before it or after it. */
export function useIsChanging(): boolean {
  return useIsMutating({ mutationKey: inOrder.mutationKey }) > 0;
}

/** Sends a decision about one item. */
export function useDecide(onRefused: (step: Step) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    ...inOrder,
    mutationFn: ({ item, category }: OneStep) => {
      const { suggestion } = item;
      // A suggestion that is followed brings its kind.
      const kind = suggestion?.category === category ? suggestion.kind : null;
      return sendDecision({ item, category, kind });
    },
    onError: (error, step) => {
      onRefused(step);
      void notify({ message: `${step.item.key} was not changed. ${error.message}`, tone: "error" });
    },
    onSettled: (_answer, _error, { item }) => refresh(queryClient, { order: item.settles !== 0 }),
  });
}

/** Sends one decision about many items; what came of it is told once it is stored. */
export function useDecideMany(
  productId: string,
  onDone: (step: BatchStep, skipped: number) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    ...inOrder,
    mutationFn: ({ items, category }: { items: TriageItem[]; category: Category | null }) => {
      const path = `/api/products/${productId}/overrides`;
      return sendJson<OverrideBatch>("POST", path, batchOf(items, category));
    },
    onSuccess: ({ batchId, skipped }, { items, category }) => {
      const decided = items.filter(({ id }) => !skipped.includes(id));
      onDone({ did: "decideMany", items: decided, category, batchId }, skipped.length);
    },
    onSettled: (_answer, _error, { items }) =>
      refresh(queryClient, { order: items.some(({ settles }) => settles !== 0) }),
  });
}

type Undoing = { step: Exclude<Step, { did: "skip" }>; at: number };

/** Takes a step back, with all that it was about. */
export function useTakeBack(onRefused: (undoing: Undoing) => void) {
  const queryClient = useQueryClient();
  const locale = useLocale();
  return useMutation({
    ...inOrder,
    mutationFn: async ({ step }: Undoing) => {
      if (step.did === "decideMany") return takeBatchBack(step);
      await sendDecision({ item: step.item, category: null });
      return 1;
    },
    onSuccess: (restored, { step }) => {
      const kept = itemsOf(step).length - restored;
      if (kept === 0) return;
      const message = `${formatAmount(kept, locale)} of ${stepName(step, locale)} stay as somebody has decided them since.`;
      void notify({ message });
    },
    onError: (error, undoing) => {
      // What somebody else has taken back, or removed, cannot be taken back once more.
      if (!(error instanceof ApiError && error.status === 404)) onRefused(undoing);
      const name = stepName(undoing.step, locale);
      void notify({ message: `${name}: not taken back. ${error.message}`, tone: "error" });
    },
    onSettled: (_answer, _error, { step }) =>
      // Pages that were read meanwhile are without the items of the batch.
      refresh(queryClient, {
        order: step.did === "decideMany" || step.item.settles !== 0,
      }),
  });
}

async function takeBatchBack({ batchId }: BatchStep): Promise<number> {
  const undone = await sendJson<UndoneBatch>("DELETE", `/api/override-batches/${batchId}`);
  return undone.restored;
}

/** `order`: other items than those decided have come or gone, so that the queue is read again. */
async function refresh(queryClient: QueryClient, { order }: { order: boolean }): Promise<void> {
  const changed = [coverageKey, ["items"], ["item"], ["balance"], ...(order ? [triageKey] : [])];
  await Promise.all(
    changed.map((queryKey) => queryClient.invalidateQueries({ queryKey: [...queryKey] })),
  );
}
