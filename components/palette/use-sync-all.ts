"use client";

import { useQueryClient } from "@tanstack/react-query";
import { sourcesKey, sourcesOptions } from "@/components/sources/sources-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** Starts a sync of every source of a product that does not sync already, and says so. */
export function useSyncAll(productId: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    try {
      const { items } = await queryClient.fetchQuery(sourcesOptions(productId));
      const idle = items.filter(({ state }) => state !== "syncing");
      for (const { id } of idle) {
        await sendJson("POST", `/api/sources/${id}/sync`, { mode: "incremental" });
      }
      void notify({ message: syncWords(items.length, idle.length) });
    } catch (error) {
      const message = error instanceof Error ? error.message : "The sync did not start.";
      void notify({ message, tone: "error" });
    }
    await queryClient.invalidateQueries({ queryKey: sourcesKey(productId) });
  };
}

function syncWords(sources: number, started: number): string {
  if (sources === 0) return "There is no source to sync yet. Connect one first.";
  return started === 0 ? "Every source syncs already." : "The sync has begun.";
}
