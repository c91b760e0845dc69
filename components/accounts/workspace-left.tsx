"use client";

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { readPageAgain } from "./read-page-again";
import { goBackTo } from "./switch-workspace";

/** Above every other dialog: nothing below it works any more. */
const above = 350;

/** Over the page of a workspace that its reader has left, in another tab. */
export function WorkspaceLeft({ workspaceId }: { workspaceId: string }) {
  return (
    <Modal
      opened
      zIndex={above}
      onClose={readPageAgain}
      title="You work in another workspace now"
      closeButtonProps={{ "aria-label": "Read this page again" }}
    >
      <Stack gap="sm">
        <Text size="sm">
          You chose another workspace, perhaps in another tab. This page is of the one before, so
          what you do on it is refused, and nothing was changed.
        </Text>
        <Group>
          <Button onClick={readPageAgain}>Read this page again</Button>
          <Button variant="default" onClick={() => void goBackTo(workspaceId)}>
            Go back to the workspace of this page
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
