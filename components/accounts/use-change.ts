import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

type Change = { method: "POST" | "PATCH" | "DELETE"; path: string; body?: unknown };

/** Changes something about people, and reads again what may have changed with it. */
export function useChange<T = undefined>(onDone?: (answer: T) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => sendJson<T>(method, path, body),
    onSuccess: (answer) => onDone?.(answer),
    onError: (error) => void notify({ message: error.message, tone: "error" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["accounts"] }),
  });
}
