import type { Priority } from "@/lib/domain/plan";

/** Whole words of the trackers' own scales, most urgent first. */
const words: [Priority, RegExp][] = [
  ["highest", /^(p0|p1|blocker|critical|highest|urgent|1)$/],
  ["high", /^(p2|high|major|important|2)$/],
  ["medium", /^(p3|medium|normal|3)$/],
  ["low", /^(p4|p5|low|lowest|minor|trivial|someday|4|5)$/],
];

/**
 * How urgent an item is: its own field, else a label such as `P1` or `priority: high`. Null where
 * neither says so in a known word.
 */
export function priorityOf(item: { priority: string | null; labels: string[] }): Priority | null {
  const own = item.priority === null ? null : readWord(item.priority);
  if (own) return own;
  const told = item.labels.flatMap((label) => {
    const named = /^(?:priority|prio|severity)\s*[:/\-_ ]\s*(.+)$/i.exec(label)?.[1];
    const word = named ?? (/^p[0-5]$/i.test(label) ? label : null);
    return word === null ? [] : [readWord(word)];
  });
  return words.find(([priority]) => told.includes(priority))?.[0] ?? null;
}

function readWord(text: string): Priority | null {
  const plain = text.trim().toLowerCase();
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
