"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sendJson } from "@/components/ui/api";
import type { Member } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./accounts.module.css";
import { membersOptions } from "./accounts-query";
import { MemberRow } from "./member-row";
import { Part } from "./part";
import type { StandingValue } from "./standing-fields";
import { useListChange, useListRemoval } from "./use-list-change";

/** With a member change what they made, and what the reader is. */
const everything = ["accounts"];

/** Who belongs to the workspace, as what. */
export function MembersSection({ products, me }: { products: readonly Product[]; me: string }) {
  const members = useQuery(membersOptions);
  const [changing, setChanging] = useState<string | null>(null);
  const change = useListChange(everything, (input: { id: string; value: StandingValue }) =>
    sendJson("PATCH", `/api/members/${input.id}`, input.value),
  );
  const remove = useListRemoval(everything, (id) => `/api/members/${id}`);
  const save = (member: Member, value: StandingValue) =>
    change.mutate({ id: member.personId, value }, { onSuccess: () => setChanging(null) });
  return (
    <Part
      title="Members"
      about="A role in a product counts there before the one everywhere."
      read={members}
    >
      <ul className={classes.list}>
        {members.data?.items.map((member) => (
          <MemberRow
            key={member.personId}
            {...{ member, products }}
            isMe={member.personId === me}
            isChanging={changing === member.personId}
            isBusy={change.isPending || (remove.isPending && remove.variables === member.personId)}
            fault={changing === member.personId ? change.error?.message : undefined}
            onChanging={(isOn) => {
              change.reset();
              setChanging(isOn ? member.personId : null);
            }}
            onSave={(value) => save(member, value)}
            onRemove={() => remove.mutate(member.personId)}
          />
        ))}
      </ul>
    </Part>
  );
}
