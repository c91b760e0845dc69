"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Source } from "@/lib/contracts/sources";
import type { SyncMode } from "@/lib/domain/source";
import { sourcesKey } from "./sources-query";

/** What can be done about a source: sync it now, or remove it. Failures are said in a notice. */
export function useSourceActions(source: Source) {
  const queryClient = useQueryClient();
  const onError = (error: Error) => void notify({ message: error.message, tone: "error" });
  const refresh = () => queryClient.invalidateQueries({ queryKey: sourcesKey(source.productId) });
  const sync = useMutation({
    mutationFn: (mode: SyncMode) => sendJson("POST", `/api/sources/${source.id}/sync`, { mode }),
    onError,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => sendJson("DELETE", `/api/sources/${source.id}`),
    onSuccess: () => void notify({ message: `${source.name} was removed.` }),
    onError,
    onSettled: () => queryClient.invalidateQueries(),
  });
  return { sync, remove };
}
