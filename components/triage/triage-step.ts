import type { TriageList } from "@/lib/contracts/triage";
import type { Category } from "@/lib/domain/category";

export type TriageItem = TriageList["items"][number];

/** What was done: an item decided or left for later, or many decided as one batch. */
export type Step =
  | { did: "decide"; item: TriageItem; category: Category }
  | { did: "skip"; item: TriageItem }
  | BatchStep;

/** `category` null: each got what it was suggested to be. */
export type BatchStep = {
  did: "decideMany";
  items: readonly TriageItem[];
  category: Category | null;
  batchId: string;
};

/** The items that a step is about. */
export function itemsOf(step: Step): readonly TriageItem[] {
  return step.did === "decideMany" ? step.items : [step.item];
}

/** The next items: those of the queue that no step was taken about. */
export function itemsLeft(queue: readonly TriageItem[], steps: readonly Step[]): TriageItem[] {
  const taken = new Set(steps.flatMap(itemsOf).map(({ id }) => id));
  return queue.filter(({ id }) => !taken.has(id));
}

/** The steps that decided something, skipped items aside. */
export function decidedSteps(steps: readonly Step[]): Exclude<Step, { did: "skip" }>[] {
  return steps.filter((step) => step.did !== "skip");
}

/** A step whose undoing failed, again where it was: what was done since is still undone first. */
export function withStepAt(steps: readonly Step[], step: Step, at: number): Step[] {
  return [...steps.slice(0, at), step, ...steps.slice(at)];
}

export const categoryKeys: Record<Category, { keys: readonly string[]; shown: string }> = {
  feature: { keys: ["1", "f"], shown: "1" },
  maintenance: { keys: ["2", "m"], shown: "2" },
  rewrite: { keys: ["3", "r"], shown: "3" },
  tech_debt: { keys: ["4", "t"], shown: "4" },
  excluded: { keys: ["x"], shown: "X" },
};

export type Command =
  | { do: "decide"; category: Category }
  | { do: "skip" | "undo" | "accept" | "alike" };

/** What a key asks for. */
export function commandOf(key: string): Command | null {
  const pressed = key.toLowerCase();
  for (const [category, { keys }] of entriesOf(categoryKeys)) {
    if (keys.includes(pressed)) return { do: "decide", category };
  }
  switch (pressed) {
    case "s":
      return { do: "skip" };
    case "u":
      return { do: "undo" };
    case "a":
      return { do: "accept" };
    case "g":
      return { do: "alike" };
    default:
      return null;
  }
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
