"use client";

import { Button } from "@mantine/core";
import type { NewLink } from "@/lib/contracts/accounts";
import { GivenSecret } from "./given-secret";
import { useChange } from "./use-change";
import { useMayShare } from "./viewer";

type ShareButtonProps = {
  /** What is shared, when the button is pressed. */
  share: () => { kind: "meeting"; meetingId: string } | SharedView;
};
type SharedView = { kind: "balance"; productId: string; query: string };

/** Makes a link for people without an account. Not there on a machine without accounts. */
export function ShareButton({ share }: ShareButtonProps) {
  const make = useChange<NewLink>();
  if (!useMayShare()) return null;
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        loading={make.isPending}
        onClick={() => make.mutate({ method: "POST", path: "/api/links", body: share() })}
      >
        Share by link
      </Button>
      <GivenSecret
        what="Whoever has this link sees this, for 30 days. End it under People."
        text={make.data?.url}
      />
    </div>
  );
}
