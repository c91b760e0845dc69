"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Source } from "@/lib/contracts/sources";
import { sourcesOptions } from "./sources-query";

/** The product's sources, kept fresh; the balance and the items follow whatever they bring in. */
export function useSources(productId: string): Source[] {
  const { data } = useQuery(sourcesOptions(productId));
  const queryClient = useQueryClient();
  const sources = data?.items ?? [];
  const stored = sources.map(storedSoFar).join(" ");
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (seen.current !== null && seen.current !== stored) {
      void queryClient.invalidateQueries({ queryKey: ["balance"] });
      void queryClient.invalidateQueries({ queryKey: ["items"] });
    }
    seen.current = stored;
  }, [stored, queryClient]);
  return sources;
}

/** Changes whenever a run may have stored something. */
function storedSoFar({ id, state, itemCount, lastSuccessAt, progress }: Source): string {
  return [id, state, itemCount, lastSuccessAt, state === "syncing" ? progress.fetched : 0].join(
    ":",
  );
}
