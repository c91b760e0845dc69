"use client";

import { Anchor, Menu } from "@mantine/core";
import type { Me } from "@/lib/contracts/accounts";
import { switchWorkspace } from "./switch-workspace";

type WorkspaceMenuProps = { present: Me["workspace"]; workspaces: Me["workspaces"] };

/** The workspaces of the reader. Another one is another page: nothing of this one stays. */
export function WorkspaceMenu({ present, workspaces }: WorkspaceMenuProps) {
  return (
    <Menu withInitialFocusPlaceholder={false} position="top-start" shadow="md" width={240}>
      <Menu.Target>
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          aria-label={`Workspace ${present.name}, choose another`}
          maw="100%"
          truncate
        >
          {present.name}
        </Anchor>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.map(({ id, name }) => (
          <Menu.Item
            key={id}
            aria-current={id === present.id ? "true" : undefined}
            fw={id === present.id ? 600 : undefined}
            onClick={() => void switchWorkspace(id)}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
