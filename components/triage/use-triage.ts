"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocale } from "@/components/ui/use-locale";
import { suggestedOf } from "@/lib/domain/triage-trait";
import { triageOptions } from "./triage-query";
import {
  type BatchStep,
  type Command,
  itemsLeft,
  type Step,
  type TriageItem,
  withStepAt,
} from "./triage-step";
import { batchWords, nameOf, undoneWords } from "./triage-words";
import { useDecide, useTakeBack } from "./use-triage-changes";

const fewLeft = 10;

/** The queue, one item at a time: each decision is sent while the next item is already shown. */
export function useTriage(productId: string) {
  const locale = useLocale();
  const queue = useInfiniteQuery(triageOptions(productId));
  const [steps, setSteps] = useState<Step[]>([]);
  const [said, setSaid] = useState("");
  const [alikeTo, setAlikeTo] = useState<TriageItem | null>(null);
  const left = itemsLeft(queue.data?.pages.flatMap(({ items }) => items) ?? [], steps);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue;
  const wantsMore = left.length < fewLeft && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);
  const forget = (step: Step) => setSteps((before) => before.filter((one) => one !== step));
  const { mutate: decide } = useDecide(forget);
  const { mutate: takeBack } = useTakeBack(({ step, at }) =>
    setSteps((before) => withStepAt(before, step, at)),
  );
  const [current = null, next = null] = left;
  const take = (step: Exclude<Step, BatchStep>) => {
    setSteps((before) => [...before, step]);
    if (step.did === "decide") decide(step);
    const done = step.did === "skip" ? "is left for later" : `is ${nameOf(step.category)}`;
    setSaid(`${step.item.key} ${done}. Next: ${next?.title ?? "nothing"}`);
  };
  /** A batch that is stored already. */
  const tookMany = (step: BatchStep, skipped: number) => {
    if (step.items.length > 0) setSteps((before) => [...before, step]);
    setSaid(batchWords(step, skipped, locale));
    setAlikeTo(null);
  };
  const undo = () => {
    const last = steps.at(-1);
    if (!last) return;
    forget(last);
    if (last.did !== "skip") takeBack({ step: last, at: steps.length - 1 });
    setSaid(undoneWords(last, locale));
  };
  const run = (command: Command) => {
    if (command.do === "undo") return undo();
    if (current === null) return;
    if (command.do === "alike") return setAlikeTo(current);
    if (command.do === "skip") return take({ did: "skip", item: current });
    const category = command.do === "decide" ? command.category : suggestedOf(current);
    if (category !== null) take({ did: "decide", item: current, category });
  };
  const alike = { item: alikeTo, close: () => setAlikeTo(null), tookMany };
  return { queue, current, steps, said, run, alike };
}
