"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type {
  Agreement,
  AnswerAgreement,
  ProposeAgreement,
  ProposeException,
} from "@/lib/contracts/agreements";
import type { CreateStage, Stage, UpdateStage } from "@/lib/contracts/stages";
import { stagesKey } from "./agreements-query";

/** What can be done about a product's stages and agreements. Refusals are said by the form itself. */
export function useAgreementChanges(productId: string) {
  const queryClient = useQueryClient();
  const onSettled = async () => {
    void queryClient.invalidateQueries({ queryKey: ["balance"] });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: stagesKey(productId) }),
      queryClient.invalidateQueries({ queryKey: ["agreements"] }),
      queryClient.invalidateQueries({ queryKey: ["triggers"] }),
    ]);
  };
  const onError = (error: Error) => notify({ message: error.message, tone: "error" });
  const path = `/api/products/${productId}`;
  const addStage = useMutation({
    mutationFn: (stage: CreateStage) => sendJson<Stage>("POST", `${path}/stages`, stage),
    onSettled,
  });
  const changeStage = useMutation({
    mutationFn: ({ id, change }: { id: string; change: UpdateStage }) =>
      sendJson<Stage>("PATCH", `/api/stages/${id}`, change),
    onSettled,
  });
  const removeStage = useMutation({
    mutationFn: (id: string) => sendJson("DELETE", `/api/stages/${id}`),
    onError,
    onSettled,
  });
  const propose = useMutation({
    mutationFn: (proposal: ProposeAgreement) =>
      sendJson<Agreement>("POST", `${path}/agreements`, proposal),
    onSettled,
  });
  const except = useMutation({
    mutationFn: (proposal: ProposeException) =>
      sendJson<Agreement>("POST", `${path}/exceptions`, proposal),
    onSettled,
  });
  const answer = useMutation({
    mutationFn: ({ id, said }: { id: string; said: AnswerAgreement }) =>
      sendJson<Agreement>("POST", `/api/agreements/${id}/answers`, said),
    // The form goes with the version that it answers, and could not say that this is off the table.
    onError: (error) => {
      if (!(error instanceof ApiError) || error.code !== "conflict") return;
      onError(new Error(`Your answer is not recorded. ${error.message}`));
    },
    onSettled,
  });
  return { addStage, changeStage, removeStage, propose, except, answer };
}

export type AgreementChanges = ReturnType<typeof useAgreementChanges>;
