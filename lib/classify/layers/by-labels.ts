import type { Decision } from "@/lib/domain/classification";
import { defaultCategoryOfKind } from "@/lib/domain/kind";
import { strongest } from "../label-precedence";
import type { LabelReading } from "../label-reading";
import { readLabel } from "../read-label";

type LabelledReading = LabelReading & { label: string };

/** Sorted by code unit, so that two labels of equal rank give one answer in any order. */
function readAll(labels: readonly string[]): LabelledReading[] {
  const readings: LabelledReading[] = [];
  for (const label of labels) {
    const reading = readLabel(label);
    if (reading) readings.push({ ...reading, label });
  }
  return readings.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

/** The label that speaks for the item, by the precedence in label-precedence.ts. */
export function classifyByLabels({ labels }: { labels: readonly string[] }): Decision | null {
  const decisive = strongest(readAll(labels));
  if (!decisive) return null;
  return {
    category: defaultCategoryOfKind[decisive.kind],
    kind: decisive.kind,
    because: "label",
    confidence: decisive.confidence,
    evidence: [{ field: "label", value: decisive.label, matched: decisive.phrase }],
  };
}
