"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiError, sendJson } from "@/components/ui/api";
import type { NewInvitation } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./accounts.module.css";
import { invitationsOptions } from "./accounts-query";
import { StandingFields, type StandingValue } from "./standing-fields";
import { useListChange } from "./use-list-change";
import { ValidFor } from "./valid-for";

type InviteFormProps = {
  products: readonly Product[];
  onMade: (invitation: NewInvitation) => void;
  onCancel: () => void;
};

type Wish = StandingValue & { note: string; days: number };

/** For whom, as what and for how long. */
export function InviteForm({ products, onMade, onCancel }: InviteFormProps) {
  const [value, setValue] = useState<StandingValue>({ role: "viewer", productRoles: {} });
  const [note, setNote] = useState("");
  const [days, setDays] = useState(7);
  const make = useListChange(invitationsOptions.queryKey, (wish: Wish) =>
    sendJson<NewInvitation>("POST", "/api/invitations", wish),
  );
  const fault = make.error instanceof ApiError ? make.error.fields.note : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ ...value, note, days }, { onSuccess: onMade });
  };
  return (
    <form aria-label="Invitation" onSubmit={send} className={classes.form} noValidate>
      <Stack gap="sm" my="sm">
        <TextInput
          label="For whom"
          description="A note for the list; the link works for whoever opens it first."
          value={note}
          autoComplete="off"
          error={fault}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <StandingFields value={value} products={products} onChange={setValue} />
        <ValidFor
          days={days}
          choices={[1, 7, 30]}
          error={fault === undefined ? make.error?.message : undefined}
          onChange={setDays}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={make.isPending}>
            Make the link
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
