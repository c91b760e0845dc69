import type { Decision } from "@/lib/domain/classification";

/** What an ancestor hands down: a decision, nothing by a person's wish, or null: ask the next one. */
export type Heritage = Decision | "nothing" | null;

export type Ancestor = { key: string; heritage: Heritage };

/** The nearest ancestor, at any depth, that says what it is decides; `lineage` is nearest first. */
export function classifyByParent(lineage: Iterable<Ancestor>): Decision | null {
  for (const { key, heritage } of lineage) {
    if (heritage === null) continue;
    if (heritage === "nothing") return null;
    const { category, kind, confidence } = heritage;
    const evidence = [{ field: "parent" as const, value: key }];
    return { category, kind, because: "parent", confidence, evidence };
  }
  return null;
}
