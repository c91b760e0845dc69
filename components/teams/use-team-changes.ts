"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Team } from "@/lib/contracts/teams";
import type { TeamInput } from "./team-words";
import { teamsKey } from "./teams-query";

/**
 * What can be done about a product's teams. Refused names are said by the form that holds them;
 * what is read through a team whose filter changed is asked for again.
 */
export function useTeamChanges(productId: string) {
  const queryClient = useQueryClient();
  const path = `/api/products/${productId}/teams`;
  const onSettled = () => queryClient.invalidateQueries({ queryKey: teamsKey(productId) });
  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: ["balance"] });
    void queryClient.invalidateQueries({ queryKey: ["items"] });
  };
  const onError = (error: Error) => notify({ message: error.message, tone: "error" });
  const creating = {
    mutationFn: (team: TeamInput) => sendJson<Team>("POST", path, team),
    onSettled,
  };
  const save = useMutation(creating);
  const restore = useMutation({ ...creating, onError });
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      sendJson<Team>("PATCH", `/api/teams/${id}`, { name }),
    onSettled,
  });
  const replace = useMutation({
    mutationFn: ({ id, filter }: { id: string; filter: TeamInput["filter"] }) =>
      sendJson<Team>("PATCH", `/api/teams/${id}`, { filter }),
    onSuccess: readAgain,
    onError,
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Team) => sendJson("DELETE", `/api/teams/${id}`),
    onSuccess: (_answer, { name, filter }) =>
      notify({
        message: `The team ${name} was deleted.`,
        action: { label: "Undo", run: () => restore.mutate({ name, filter }) },
      }),
    onError,
    onSettled,
  });
  return { save, rename, replace, remove };
}
