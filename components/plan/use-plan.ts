"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, getJson, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Plan } from "@/lib/contracts/plan";
import type { PlanScope } from "@/lib/domain/plan";
import { planKey, planOptions } from "./plan-query";

const lookAgainMs = 2000;

/** Items that come in and that go; what others choose at the same time stays. */
export type PlanChange = { add: string[]; remove: string[] };

/** A product's plan and what can be done about it. Every choice is kept at once. */
export function usePlan(productId: string, { isShared }: { isShared: boolean }) {
  const queryClient = useQueryClient();
  const [scope, setScope] = useState<PlanScope | null>(null);
  const [pending, setPending] = useState<PlanChange[]>([]);
  const key = planKey(productId, scope);
  const path = `/api/products/${productId}/plan`;
  const store = ({ version, scope: kept, chosen }: Plan, change: PlanChange) =>
    sendJson<Plan>("POST", path, { version, scope: kept, chosen: applied(chosen, change) });
  const save = useMutation({
    // One after the other, each made from what the one before left.
    scope: { id: `plan ${productId}` },
    mutationFn: async (change: PlanChange) => {
      const read = queryClient.getQueryData<Plan>(key) ?? (await getJson<Plan>(path));
      return store(read, change).catch(async (error: unknown) => {
        if (!(error instanceof ApiError) || error.code !== "conflict") throw error;
        const { version, chosen } = await getJson<Plan>(path);
        return store({ ...read, version, chosen }, change);
      });
    },
    onSuccess: async (plan) => {
      await queryClient.cancelQueries({ queryKey: key });
      queryClient.setQueryData(key, plan);
    },
    onError: (error) => notify({ message: error.message, tone: "error" }),
    onSettled: (_plan, _error, change) => {
      setPending((now) => now.filter((one) => one !== change));
      return queryClient.invalidateQueries({ queryKey: ["plan"] });
    },
  });
  const plan = useQuery({
    ...planOptions(productId, scope),
    refetchInterval: isShared ? lookAgainMs : false,
  });
  const choose = (change: PlanChange) => {
    setPending((now) => [...now, change]);
    save.mutate(change);
  };
  return { plan, chosen: pending.reduce(applied, plan.data?.chosen ?? []), choose, setScope };
}

function applied(chosen: string[], { add, remove }: PlanChange): string[] {
  return [...new Set([...chosen.filter((id) => !remove.includes(id)), ...add])];
}
