"use client";

import { Anchor, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { pageWorkspaceIsLeft } from "@/components/ui/page-workspace";
import { forgetSessionEnd } from "@/components/ui/session-end";
import { readPageAgain } from "./read-page-again";
import { signInAddress } from "./return-path";
import { type PageOf, returnToPage } from "./return-to-page";
import { SignInForm } from "./sign-in-form";

/** Above every other dialog: what was open is still there afterwards. */
const above = 350;

/** Over the page whose session ended: signing in again goes on where it was. */
export function SessionEnded(page: PageOf) {
  const queryClient = useQueryClient();
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => giveFocusTo(before), [before]);
  const goOn = async () => {
    const isHere = !pageWorkspaceIsLeft() && (await returnToPage(page));
    if (!isHere) return readPageAgain();
    forgetSessionEnd();
    await queryClient.invalidateQueries();
  };
  const here = window.location.pathname + window.location.search;
  return (
    <Modal
      opened
      zIndex={above}
      onClose={forgetSessionEnd}
      title="Your session has ended"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="sm">
        <Text size="sm">
          Sign in to go on. What you have typed on this page stays here; what was not saved was not
          sent, so send it again afterwards.
        </Text>
        <SignInForm onSignedIn={goOn} />
        <Anchor href={signInAddress(here)} size="sm" underline="always">
          Sign in in another way (what was typed here is left)
        </Anchor>
      </Stack>
    </Modal>
  );
}

function giveFocusTo(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}
