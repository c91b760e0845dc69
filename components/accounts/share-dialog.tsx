"use client";

import { Anchor, Button, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { sendJson } from "@/components/ui/api";
import { Link } from "@/components/ui/link";
import type { NewLink } from "@/lib/contracts/accounts";
import { linksOptions } from "./accounts-query";
import { ShownOnce } from "./shown-once";
import { useListChange } from "./use-list-change";
import { ValidFor } from "./valid-for";

/** What a link can show: a closed meeting's record, or one view of a balance. */
export type Shareable =
  | { kind: "meeting"; meetingId: string }
  | { kind: "balance"; productId: string; query: string };

const about = {
  meeting: "Whoever has the link reads this meeting's record, and nothing else, without a login.",
  balance:
    "Whoever has the link reads this view of the balance, with its days and filters and the numbers as they are when it is opened, and nothing else, without a login.",
} as const;

/** Makes a link and shows it, this once. */
export function ShareDialog({ what, onClose }: { what: Shareable; onClose: () => void }) {
  const [days, setDays] = useState(30);
  // Opened after it appeared, so that it knows where the focus was and gives it back.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const make = useListChange(linksOptions.queryKey, () =>
    sendJson<NewLink>("POST", "/api/links", { ...what, days }),
  );
  return (
    <Modal
      opened={ready}
      onClose={onClose}
      title="Share by a link"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="sm">
        <Text size="sm">{about[what.kind]}</Text>
        {make.data ? (
          <ShownOnce label="The link" text={make.data.url} onDone={onClose} />
        ) : (
          <>
            <ValidFor
              days={days}
              choices={[7, 30, 365]}
              error={make.error?.message}
              onChange={setDays}
            />
            <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
              Make the link
            </Button>
          </>
        )}
        <Text size="sm" c="dimmed">
          It can be ended under{" "}
          <Anchor component={Link} href="/people" underline="always" inherit>
            People
          </Anchor>
          .
        </Text>
      </Stack>
    </Modal>
  );
}
