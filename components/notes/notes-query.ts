import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { NoteList } from "@/lib/contracts/notes";
import type { Days } from "@/lib/domain/balance";

export function notesKey(productId: string, { from, to }: Days) {
  return ["notes", { productId, from, to }] as const;
}

/** The notes on a run of days, by day. */
export function notesOptions(productId: string, { from, to }: Days) {
  return queryOptions({
    queryKey: notesKey(productId, { from, to }),
    queryFn: ({ signal }) =>
      getJson<NoteList>(`/api/products/${productId}/notes${queryString({ from, to })}`, signal),
    placeholderData: keepPreviousData,
  });
}
