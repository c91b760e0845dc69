import type { Condition } from "@/lib/classify/rules/condition";

export const groupModes = ["all", "any", "none"] as const;
export type GroupMode = (typeof groupModes)[number];

/** A condition as the form shows it: parts of which all, any or none have to be met. */
export type Group = { mode: GroupMode; parts: Condition[]; pathOf: (index: number) => string };

/** Reads any condition as a group; one comparison is a group of itself. Paths are those of faults. */
export function groupOf(condition: Condition): Group {
  const { all, any, not } = condition;
  if (all) return { mode: "all", parts: all, pathOf: (index) => `.all.${index}` };
  if (any) return { mode: "any", parts: any, pathOf: (index) => `.any.${index}` };
  if (not?.any) return { mode: "none", parts: not.any, pathOf: (index) => `.not.any.${index}` };
  if (not) return { mode: "none", parts: [not], pathOf: () => ".not" };
  return { mode: "all", parts: [condition], pathOf: () => "" };
}

/** The condition that a group says. */
export function conditionOf({ mode, parts }: Pick<Group, "mode" | "parts">): Condition {
  switch (mode) {
    case "all":
      return { all: parts };
    case "any":
      return { any: parts };
    case "none":
      return { not: { any: parts } };
  }
}

export function isComparison({ field }: Condition): boolean {
  return field !== undefined;
}

/** Whether every comparison has something to compare with: before that nothing can be previewed. */
export function isComplete(condition: Condition): boolean {
  const { all, any, not, field, name, is, like, matches, empty } = condition;
  const parts = all ?? any ?? (not ? [not] : null);
  if (parts) return parts.length > 0 && parts.every(isComplete);
  if (field === "custom" && !name) return false;
  if (empty !== undefined) return true;
  if (matches !== undefined) return matches !== "";
  const texts = is ?? like ?? [];
  return texts.length > 0 && texts.every((text) => text !== "");
}
