"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import { useKeptState } from "@/components/ui/use-kept-state";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import type { Rules, SaveRules } from "@/lib/contracts/rules";
import { rulesKey } from "./rules-query";

type Draft = { baseVersion: number; ruleSet: RuleSet; note: string };

/**
 * The set being edited with the note on it, beside the saved one it began from, and the way to save
 * it. The tab keeps it until it is saved or discarded: the way to another page is no way to lose it.
 */
export function useRulesDraft(productId: string, saved: Rules) {
  const [draft, setDraft, forgetDraft, changeDraft] = useKeptState<Draft | null>(
    `rules ${productId}`,
    null,
  );
  const queryClient = useQueryClient();
  const ruleSet = draft?.ruleSet ?? saved.ruleSet;
  const baseVersion = draft?.baseVersion ?? saved.version;
  const note = draft?.note ?? "";
  const drop = () => {
    setDraft(null);
    forgetDraft();
  };
  const change = (changed: (before: Draft) => Partial<Draft>) =>
    changeDraft((kept) => {
      const before = kept ?? { baseVersion: saved.version, ruleSet: saved.ruleSet, note: "" };
      const after = { ...before, ...changed(before) };
      // What was taken back by hand is no draft, and would be one again beside a later version.
      return isSame(after.ruleSet, saved.ruleSet) ? null : after;
    });
  const save = useMutation({
    mutationFn: (expectedVersion: number) => {
      const why = note.trim();
      const body: SaveRules = { ruleSet, expectedVersion, ...(why !== "" && { note: why }) };
      return sendJson<Rules>("PUT", `/api/products/${productId}/rules`, body);
    },
    onSuccess: (rules) => {
      drop();
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
    isEdited: draft !== null && !isSame(draft.ruleSet, saved.ruleSet),
    /** Somebody else saved a version since the edited one. */
    isBehind: baseVersion < saved.version || isConflict(save.error),
    edit: (how: (before: RuleSet) => RuleSet) =>
      change(({ ruleSet: before }) => ({ ruleSet: how(before) })),
    note,
    setNote: (text: string) => change(() => ({ note: text })),
    discard: () => {
      drop();
      save.reset();
    },
    save,
  };
}
export type RulesDraft = ReturnType<typeof useRulesDraft>;

function isSame(one: RuleSet, other: RuleSet): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isConflict(error: Error | null): boolean {
  return error instanceof ApiError && error.code === "conflict";
}
