import { z } from "zod";
import type { JiraHistory } from "./api-types";

/** The fields whose history is kept: what changes an item's category or state. */
export const historyFields = ["status", "resolution", "issuetype", "labels", "project"] as const;

const itemSchema = z.object({ field: z.string().nullish(), fieldId: z.string().nullish() });

/** Which kept field an entry's item is about, or null. Data Center gives no `fieldId`. */
export function historyFieldOf(item: unknown): (typeof historyFields)[number] | null {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return null;
  const name = (parsed.data.fieldId || parsed.data.field || "").toLowerCase();
  return historyFields.find((field) => field === name) ?? null;
}

/**
 * The entries reduced to the kept fields, oldest first: an embedded changelog carries every version
 * of every description and the picture addresses of every author.
 */
export function keptHistories(histories: JiraHistory[]): JiraHistory[] {
  return histories.flatMap(({ id, created, items }) => {
    const kept = Array.isArray(items) ? items.filter((item) => historyFieldOf(item) !== null) : [];
    return kept.length === 0 ? [] : [{ id, created, items: kept }];
  });
}
