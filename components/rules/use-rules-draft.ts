"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import type { Rules, SaveRules } from "@/lib/contracts/rules";
import { rulesKey } from "./rules-query";

type Draft = { baseVersion: number; ruleSet: RuleSet };

/** The set being edited, beside the saved one it began from, and the way to save it. */
export function useRulesDraft(productId: string, saved: Rules) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const queryClient = useQueryClient();
  const ruleSet = draft?.ruleSet ?? saved.ruleSet;
  const baseVersion = draft?.baseVersion ?? saved.version;
  const save = useMutation({
    mutationFn: ({ note, expectedVersion }: { note: string; expectedVersion: number }) => {
      const body: SaveRules = { ruleSet, expectedVersion, ...(note !== "" && { note }) };
      return sendJson<Rules>("PUT", `/api/products/${productId}/rules`, body);
    },
    onSuccess: (rules) => {
      setDraft(null);
      queryClient.setQueryData(rulesKey(productId), rules);
      void notify({ message: `Version ${rules.version} of the rules is saved.` });
    },
    onError: (error) => {
      if (isConflict(error))
        return queryClient.invalidateQueries({ queryKey: rulesKey(productId) });
    },
  });
  return {
    ruleSet,
    baseVersion,
    /** Something was edited and is not saved. */
    isEdited: draft !== null && JSON.stringify(draft.ruleSet) !== JSON.stringify(saved.ruleSet),
    edit: (change: (before: RuleSet) => RuleSet) =>
      setDraft((before) => ({
        baseVersion: before?.baseVersion ?? saved.version,
        ruleSet: change(before?.ruleSet ?? saved.ruleSet),
      })),
    discard: () => {
      setDraft(null);
      save.reset();
    },
    save,
  };
}
export type RulesDraft = ReturnType<typeof useRulesDraft>;

/** Somebody else saved a version since the edited one. */
export function isConflict(error: Error | null): boolean {
  return error instanceof ApiError && error.code === "conflict";
}
