"use client";

import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { meOptions } from "./accounts-query";

/** Few belong to several workspaces: what they choose with is fetched for them. */
const WorkspaceMenu = dynamic(
  () => import("./workspace-menu").then((module) => module.WorkspaceMenu),
  { ssr: false },
);

/** The workspace that is looked at, and the way to the reader's others. */
export function WorkspacePart() {
  const { data } = useQuery(meOptions);
  if (data && data.workspaces.length > 1) {
    return <WorkspaceMenu present={data.workspace} workspaces={data.workspaces} />;
  }
  return (
    <Text size="sm" c="dimmed" truncate maw="100%">
      {data?.workspace.name}
    </Text>
  );
}
