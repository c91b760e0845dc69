"use client";

import { useMutation, useMutationState, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, getJson, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Plan } from "@/lib/contracts/plan";
import type { PlanScope } from "@/lib/domain/plan";
import { planKey, planOptions } from "./plan-query";

const lookAgainMs = 2000;

/** Items that come in and that go; what others choose at the same time stays. */
export type PlanChange = { add: string[]; remove: string[] };

/**
 * A product's plan and what can be done about it. Every choice is kept at once; one that the lost
 * connection keeps from it is made again until it comes through, wherever in the page one is meanwhile.
 */
export function usePlan(productId: string, { isShared }: { isShared: boolean }) {
  const queryClient = useQueryClient();
  const [scope, setScope] = useState<PlanScope | null>(null);
  const key = planKey(productId, scope);
  const path = `/api/products/${productId}/plan`;
  const mutationKey = ["choose", { productId }];
  const waiting = useMutationState({
    filters: { mutationKey, status: "pending" },
    select: ({ state }) => ({ change: changeOf(state.variables), isLost: state.failureCount > 0 }),
  });
  const store = ({ version, scope: kept, chosen }: Plan, change: PlanChange) =>
    sendJson<Plan>("POST", path, { version, scope: kept, chosen: applied(chosen, change) });
  const save = useMutation({
    mutationKey,
    // One after the other, each made from what the one before left.
    scope: { id: `plan ${productId}` },
    retry: (_failures, error) => isLost(error),
    retryDelay: lookAgainMs,
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
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ["plan"] }),
  });
  const plan = useQuery({
    ...planOptions(productId, scope),
    refetchInterval: isShared ? lookAgainMs : false,
  });
  const chosen = waiting.reduce((now, { change }) => applied(now, change), plan.data?.chosen ?? []);
  return {
    plan,
    chosen,
    choose: save.mutate,
    setScope,
    /** True while a choice waits for the connection. */
    isWaiting: waiting.some((one) => one.isLost),
  };
}

/** Nobody answered, or nobody who knows: a refusal would be one again. */
function isLost(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

/** Guarantee of the cast: nothing but `choose` is called under its key. */
function changeOf(variables: unknown): PlanChange {
  return variables as PlanChange;
}

function applied(chosen: string[], { add, remove }: PlanChange): string[] {
  return [...new Set([...chosen.filter((id) => !remove.includes(id)), ...add])];
}
