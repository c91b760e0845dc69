"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type Trait, traitsOf } from "@/lib/domain/triage-trait";
import { alikeOptions } from "./alike-query";
import { traitKey } from "./alike-step";
import type { TriageItem } from "./triage-step";
import { useIsChanging } from "./use-triage-changes";

/** What others share with an item: the traits chosen, the items that have them, those selected. */
export function useAlike(productId: string, item: TriageItem) {
  // What was decided just before is read as it was stored.
  const isReady = !useIsChanging();
  const [traits, setTraits] = useState<Trait[]>([]);
  const [unselected, setUnselected] = useState<ReadonlySet<string>>(nothing);
  const isAsked = traits.length > 0;
  const list = useQuery({ ...alikeOptions(productId, traits), enabled: isAsked && isReady });
  const items = isAsked ? (list.data?.items ?? []) : [];
  const selected = items.filter(({ id }) => !unselected.has(id));
  const choose = (keys: readonly string[]) => {
    setTraits(traitsOf(item).filter((trait) => keys.includes(traitKey(trait))));
    setUnselected(nothing);
  };
  const toggle = useCallback(
    (id: string) =>
      setUnselected((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const toggleAll = () =>
    setUnselected(selected.length < items.length ? nothing : new Set(items.map(({ id }) => id)));
  const total = list.data?.total ?? 0;
  const isLoading = isAsked && list.isPending;
  return {
    isReady,
    traits,
    list,
    isLoading,
    items,
    total,
    selected,
    unselected,
    choose,
    toggle,
    toggleAll,
  };
}

const nothing: ReadonlySet<string> = new Set();
