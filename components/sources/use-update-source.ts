"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Source, UpdateSource } from "@/lib/contracts/sources";
import { endingsKey, pointsFieldsOptions, sourcesKey } from "./sources-query";

/** Changes how a source is read and counted; every number of the product may follow. */
export function useUpdateSource(source: Source) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: UpdateSource) =>
      sendJson<Source>("PATCH", `/api/sources/${source.id}`, change),
    onSuccess: () => void notify({ message: `${source.name}: saved.` }),
    onError: (error) => void notify({ message: error.message, tone: "error" }),
    onSettled: () => {
      const { queryKey: fieldsKey } = pointsFieldsOptions(source.id);
      const ofSource = [sourcesKey(source.productId), endingsKey(source.id), fieldsKey];
      const changed = [...ofSource, ["balance"], ["items"]];
      return Promise.all(
        changed.map((queryKey) => queryClient.invalidateQueries({ queryKey: [...queryKey] })),
      );
    },
  });
}
