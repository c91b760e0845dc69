"use client";

import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { Member } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./accounts.module.css";
import { productNames, standingWords } from "./role-words";
import { StandingFields, type StandingValue } from "./standing-fields";

type MemberRowProps = {
  member: Member;
  products: readonly Product[];
  isMe: boolean;
  isChanging: boolean;
  isBusy: boolean;
  fault: string | undefined;
  onChanging: (isOn: boolean) => void;
  onSave: (value: StandingValue) => void;
  onRemove: () => void;
};

/** A member, and the ways to make something else of them. */
export function MemberRow(props: MemberRowProps) {
  const { member, products, isMe, isChanging, isBusy, onChanging } = props;
  const { name, email } = member;
  const nameOf = productNames(products);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={600}>
          <bdi>{name}</bdi>
          {isMe ? " (you)" : ""}
        </Text>
        <Text size="sm" c="dimmed">
          <bdi>{email}</bdi>
        </Text>
        {isChanging ? <Changing {...props} /> : <Text>{standingWords(member, nameOf)}</Text>}
      </div>
      {isChanging ? null : (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Change what ${name} is`}
            onClick={() => onChanging(true)}
          >
            Change
          </Button>
          {isMe ? null : (
            <ConfirmButton
              label="Remove"
              about={`Remove ${name}`}
              confirm={`Yes, remove ${name}`}
              loading={isBusy}
              onConfirm={props.onRemove}
            />
          )}
        </Group>
      )}
    </li>
  );
}

function Changing({ member, products, isBusy, fault, onChanging, onSave }: MemberRowProps) {
  const { role, productRoles } = member;
  const [value, setValue] = useState<StandingValue>({ role, productRoles });
  return (
    <div className={classes.form}>
      <StandingFields value={value} products={products} onChange={setValue} error={fault} />
      <Group gap="xs" mt="sm">
        <Button size="xs" loading={isBusy} onClick={() => onSave(value)}>
          Save the role
        </Button>
        <Button size="xs" variant="default" onClick={() => onChanging(false)}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}
