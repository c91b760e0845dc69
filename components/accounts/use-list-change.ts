import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** Sends a change of what a list holds and reads the list again. What fails is said by `error`. */
export function useListChange<Input, Answer = void>(
  key: QueryKey,
  send: (input: Input) => Promise<Answer>,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}

/** The same for taking one thing of a list away; what fails is said in the corner. */
export function useListRemoval(key: QueryKey, pathOf: (id: string) => string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => sendJson("DELETE", pathOf(id)),
    onError: (error) => notify({ message: error.message, tone: "error" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}
