"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import type { ProductWebhook } from "@/lib/contracts/product-webhook";
import { productWebhookKey, productWebhookPath } from "./webhook-query";

/** Sets, tests and removes it. What is refused is said beside its field. */
export function useWebhookChanges(productId: string) {
  const queryClient = useQueryClient();
  const path = productWebhookPath(productId);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: productWebhookKey(productId) });
  const set = useMutation({
    mutationFn: (url: string) => sendJson<ProductWebhook>("PUT", path, { url }),
    onSettled,
  });
  const test = useMutation({
    mutationFn: () => sendJson<ProductWebhook>("POST", `${path}/test`),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => sendJson("DELETE", path),
    onSettled,
  });
  return { set, test, remove };
}
