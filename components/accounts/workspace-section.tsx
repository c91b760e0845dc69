"use client";

import { Button, Group, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import { meOptions } from "./accounts-query";
import { Part } from "./part";
import { useListChange } from "./use-list-change";

/** What the workspace is called, where people join it and choose it. */
export function WorkspaceSection() {
  const me = useQuery(meOptions);
  const [typed, setTyped] = useState<string | null>(null);
  const present = me.data?.workspace.name ?? "";
  const name = typed ?? present;
  const rename = useListChange(meOptions.queryKey, (wish: string) =>
    sendJson("PATCH", "/api/workspace", { name: wish }),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name, {
      onSuccess: () => {
        setTyped(null);
        void notify({ message: "The workspace has its new name." });
      },
    });
  };
  return (
    <Part title="Workspace" about="Whoever is invited reads its name." read={me}>
      {/* Not before the name is there: what is typed into the empty field would be added to it. */}
      {me.isPending ? <Skeleton height={56} maw={400} /> : null}
      {me.data ? (
        <form onSubmit={save}>
          <Group align="end" gap="sm">
            <TextInput
              label="Name of the workspace"
              w={280}
              maxLength={100}
              value={name}
              error={rename.error?.message}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              loading={rename.isPending}
              disabled={name.trim() === "" || name === present}
            >
              Rename it
            </Button>
          </Group>
        </form>
      ) : null}
    </Part>
  );
}
