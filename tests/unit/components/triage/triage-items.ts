import type { TriageItem } from "@/components/triage/triage-step";
import { listedItem } from "@/tests/setup/listed-item";

/** An undecided item of which nothing is known. */
export function triageItem(change: Partial<TriageItem> & { id: string }): TriageItem {
  return { ...listedItem(change), settles: change.settles ?? 0 };
}
