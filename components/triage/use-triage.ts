"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sendDecision } from "@/components/items/use-set-category";
import { notify } from "@/components/ui/notify";
import { categoryWords } from "@/lib/domain/glossary";
import { coverageKey, triageKey, triageOptions } from "./triage-query";
import { type Command, itemsLeft, type Step, type TriageItem } from "./triage-step";

const fewLeft = 10;

/** The queue, one item at a time: each decision is sent while the next item is already shown. */
export function useTriage(productId: string) {
  const queue = useInfiniteQuery(triageOptions(productId));
  const [steps, setSteps] = useState<Step[]>([]);
  const [said, setSaid] = useState("");
  const left = itemsLeft(queue.data?.pages.flatMap(({ items }) => items) ?? [], steps);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue;
  const wantsMore = left.length < fewLeft && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);
  const forget = ({ item }: { item: TriageItem }) =>
    setSteps((before) => before.filter((step) => step.item.id !== item.id));
  const { mutate } = useDecision(forget);
  const [current = null, next = null] = left;
  const take = (step: Step) => {
    setSteps((before) => [...before, step]);
    if (step.category !== null) mutate(decisionOf(step, step.item));
    const done = step.category === null ? "is left for later" : `is ${nameOf(step)}`;
    setSaid(`${step.item.key} ${done}. Next: ${next?.title ?? "nothing"}`);
  };
  const undo = () => {
    const last = steps.at(-1);
    if (!last) return;
    forget(last);
    if (last.category !== null) mutate({ item: last.item, category: null });
    setSaid(`${last.item.key} is undecided again.`);
  };
  const run = (command: Command) => {
    if (command.do === "undo") return undo();
    if (current === null) return;
    const category = command.do === "decide" ? command.category : suggested(current);
    if (command.do === "skip") take({ item: current, category: null });
    else if (category !== null) take({ item: current, category });
  };
  return { queue, current, steps, said, run, decided: steps.filter(isDecided).length };
}

function useDecision(forget: (step: { item: TriageItem }) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    // One after the other, so that an undo never overtakes what it undoes.
    scope: { id: "triage" },
    mutationFn: sendDecision,
    onError: (error, { item }) => {
      forget({ item: { ...item, settles: 0 } });
      void notify({ message: `${item.key} was not changed. ${error.message}`, tone: "error" });
    },
    onSettled: async (_answer, _error, { item }) => {
      const settles = "settles" in item && item.settles !== 0;
      const changed = [
        coverageKey,
        ["items"],
        ["item"],
        ["balance"],
        ...(settles ? [triageKey] : []),
      ];
      await Promise.all(
        changed.map((queryKey) => queryClient.invalidateQueries({ queryKey: [...queryKey] })),
      );
    },
  });
}

/** A suggestion that is followed brings its kind. */
function decisionOf({ category }: Step, item: TriageItem) {
  const { suggestion } = item;
  const kind = suggestion?.category === category ? (suggestion?.kind ?? null) : null;
  return { item, category, kind };
}

/** What accepting means: the suggestion, or the doubtful answer that the item has. */
export function suggested({ suggestion, category }: TriageItem) {
  return suggestion?.category ?? category;
}

function isDecided({ category }: Step): boolean {
  return category !== null;
}

function nameOf({ category }: Step): string {
  return categoryWords[category ?? "unclassified"].name;
}
