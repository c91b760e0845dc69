"use client";

import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { useLocale } from "@/components/ui/use-locale";
import type { Invitation, NewInvitation } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./accounts.module.css";
import { invitationsOptions } from "./accounts-query";
import { InviteForm } from "./invite-form";
import { Part } from "./part";
import { productNames, standingWords } from "./role-words";
import { ShownOnce } from "./shown-once";
import { useListRemoval } from "./use-list-change";
import { endWords } from "./when-words";

/** The links that let people in, one person each. */
export function InvitationsSection({
  products,
  now,
}: {
  products: readonly Product[];
  now: number;
}) {
  const invitations = useQuery(invitationsOptions);
  const locale = useLocale();
  const [isForm, setIsForm] = useState(false);
  const [made, setMade] = useState<NewInvitation | null>(null);
  const revoke = useListRemoval(invitationsOptions.queryKey, (id) => `/api/invitations/${id}`);
  const nameOf = productNames(products);
  const stateOf = ({ acceptedAt, expiresAt }: Invitation) =>
    acceptedAt === null ? endWords(expiresAt, now, locale) : "used";
  return (
    <Part
      title="Invitations"
      about="Each link lets one person in, until it is used, is over, or is taken back."
      read={invitations}
    >
      {made ? (
        <ShownOnce
          label="The link of the invitation"
          text={made.url}
          onDone={() => setMade(null)}
        />
      ) : null}
      {isForm ? (
        <InviteForm
          products={products}
          onCancel={() => setIsForm(false)}
          onMade={(invitation) => {
            setIsForm(false);
            setMade(invitation);
          }}
        />
      ) : (
        <Button size="xs" variant="default" my="xs" onClick={() => setIsForm(true)}>
          Invite somebody
        </Button>
      )}
      <ul className={classes.list}>
        {invitations.data?.items.map((invitation) => (
          <li key={invitation.id} className={classes.row}>
            <div className={classes.what}>
              <Text fw={600}>{invitation.note || "Somebody"}</Text>
              <Text size="sm">{standingWords(invitation, nameOf)}</Text>
              <Text size="sm" c="dimmed">
                Made by <bdi>{invitation.createdBy}</bdi>, {stateOf(invitation)}
              </Text>
            </div>
            {invitation.acceptedAt === null ? (
              <ConfirmButton
                label="Take back"
                about={`Take back the invitation of ${invitation.note || "somebody"}`}
                confirm="Take it back"
                loading={revoke.isPending && revoke.variables === invitation.id}
                onConfirm={() => revoke.mutate(invitation.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
