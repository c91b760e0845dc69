"use client";

import { Button, Group, NativeSelect, NumberInput, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Invitation, NewInvitation } from "@/lib/contracts/accounts";
import { invitationsOptions } from "./accounts-query";
import { GivenSecret } from "./given-secret";
import { noRole, roleChoices, standingWords } from "./role-words";
import { useChange } from "./use-change";

/** The ways in that were made, and a new one. */
export function InvitationsSection() {
  const { data } = useQuery(invitationsOptions);
  const open = data?.items.filter(({ acceptedAt }) => acceptedAt === null) ?? [];
  return (
    <section aria-label="Invitations">
      <Title order={2} size="h4" mb="xs">
        Invitations
      </Title>
      <NewInvitationForm />
      <ul>
        {open.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function NewInvitationForm() {
  const [note, setNote] = useState("");
  const [role, setRole] = useState("pm");
  const [days, setDays] = useState(7);
  const make = useChange<NewInvitation>();
  const body = { note, role: role === noRole ? null : role, days };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ method: "POST", path: "/api/invitations", body });
      }}
    >
      <Group align="end" gap="sm">
        <TextInput
          label="For whom"
          value={note}
          maxLength={200}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <NativeSelect
          label="As"
          data={roleChoices}
          value={role}
          onChange={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <NumberInput
          label="Days"
          w={90}
          min={1}
          max={30}
          value={days}
          onChange={(value) => setDays(Number(value) || 7)}
        />
        <Button type="submit" loading={make.isPending}>
          Make a link
        </Button>
      </Group>
      <GivenSecret what="Give this link to one person." text={make.data?.url} />
    </form>
  );
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const { id, note, role, createdBy, expiresAt } = invitation;
  const locale = useLocale();
  const change = useChange();
  return (
    <li>
      <Group gap="sm">
        <Text>
          <bdi>{note || "Somebody"}</bdi>, as {standingWords(role)}, until{" "}
          {formatInstant(expiresAt, locale, "UTC")}, made by <bdi>{createdBy}</bdi>
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => change.mutate({ method: "DELETE", path: `/api/invitations/${id}` })}
        >
          Take back
        </Button>
      </Group>
    </li>
  );
}
