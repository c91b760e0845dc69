"use client";

import { Switch } from "@mantine/core";
import type { Source } from "@/lib/contracts/sources";
import { useUpdateSource } from "./use-update-source";

/** Whether a sub-task is work beside its parent, or a part of it. */
export function SubtasksSetting({ source }: { source: Source }) {
  const update = useUpdateSource(source);
  const wanted = update.isPending ? update.variables.countSubtasks : undefined;
  return (
    <Switch
      label="Count sub-tasks beside their parents"
      description="Otherwise a sub-task is a part of its parent, which counts once."
      checked={wanted ?? source.countSubtasks}
      disabled={update.isPending}
      onChange={({ currentTarget: { checked } }) => update.mutate({ countSubtasks: checked })}
    />
  );
}
