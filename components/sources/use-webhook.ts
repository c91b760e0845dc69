"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Source } from "@/lib/contracts/sources";
import type { NewWebhook } from "@/lib/contracts/webhooks";
import { sourcesKey } from "./sources-query";

/** Makes a source's webhook, or a new secret for it; switches it off. */
export function useWebhook(source: Source) {
  const queryClient = useQueryClient();
  const path = `/api/sources/${source.id}/webhook`;
  const more = {
    onError: (error: Error) => void notify({ message: error.message, tone: "error" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sourcesKey(source.productId) }),
  };
  const make = useMutation({ mutationFn: () => sendJson<NewWebhook>("POST", path), ...more });
  const remove = useMutation({
    mutationFn: () => sendJson("DELETE", path),
    onSuccess: () => make.reset(),
    ...more,
  });
  return { make, remove };
}
