"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Note } from "@/lib/contracts/notes";

export type NoteInput = Pick<Note, "day" | "kind" | "text">;

/** What can be done about a product's notes. What is refused is said by the form that holds it. */
export function useNoteChanges(productId: string) {
  const queryClient = useQueryClient();
  const path = `/api/products/${productId}/notes`;
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ["notes"] });
  const onError = (error: Error) => notify({ message: error.message, tone: "error" });
  const creating = {
    mutationFn: (note: NoteInput) => sendJson<Note>("POST", path, note),
    onSettled,
  };
  const add = useMutation(creating);
  const restore = useMutation({ ...creating, onError });
  const change = useMutation({
    mutationFn: ({ id, ...note }: NoteInput & { id: string }) =>
      sendJson<Note>("PATCH", `/api/notes/${id}`, note),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Note) => sendJson("DELETE", `/api/notes/${id}`),
    onSuccess: (_answer, { day, kind, text }) =>
      notify({
        message: "The note was deleted.",
        action: { label: "Undo", run: () => restore.mutate({ day, kind, text }) },
      }),
    onError,
    onSettled,
  });
  return { add, change, remove };
}
