"use client";

import { Button, Group, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "@/components/ui/api";
import type { Source } from "@/lib/contracts/sources";
import { useUpdateSource } from "./use-update-source";

/** Another token, which is checked before it takes the present one's place. */
export function TokenSetting({ source }: { source: Source }) {
  const [token, setToken] = useState("");
  const update = useUpdateSource(source);
  const { error } = update;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() === "") return;
        update.mutate({ token: token.trim() }, { onSuccess: () => setToken("") });
      }}
    >
      <Group gap="xs" align="flex-end" maw={420} wrap="nowrap">
        <PasswordInput
          label={source.hasToken ? "Another token" : "Token"}
          description="It is checked first. Then everything is read again with it."
          autoComplete="off"
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={error instanceof ApiError ? (error.fields.token ?? null) : null}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default" loading={update.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}
