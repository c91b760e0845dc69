import type { TriageList } from "@/lib/contracts/triage";
import type { Category } from "@/lib/domain/category";

export type TriageItem = TriageList["items"][number];

/** What was done with an item: decided, or left for later (`category` null). */
export type Step = { item: TriageItem; category: Category | null };

/** The next items: those of the queue that no step was taken about. */
export function itemsLeft(queue: readonly TriageItem[], steps: readonly Step[]): TriageItem[] {
  const taken = new Set(steps.map(({ item }) => item.id));
  return queue.filter(({ id }) => !taken.has(id));
}

export const categoryKeys: Record<Category, { keys: readonly string[]; shown: string }> = {
  feature: { keys: ["1", "f"], shown: "1" },
  maintenance: { keys: ["2", "m"], shown: "2" },
  rewrite: { keys: ["3", "r"], shown: "3" },
  tech_debt: { keys: ["4", "t"], shown: "4" },
  excluded: { keys: ["x"], shown: "X" },
};

export type Command = { do: "decide"; category: Category } | { do: "skip" | "undo" | "accept" };

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
    default:
      return null;
  }
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
