"use client";

import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import type { Actor } from "@/lib/rights/actor";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import classes from "./accounts.module.css";
import { localModeWords } from "./local-mode-words";
import { signOut } from "./sign-out";

/** Who is signed in, and the way out; without accounts, that there are none. */
export function AccountCorner({ actor }: { actor: Actor }) {
  if (actor.kind !== "member") {
    return (
      <Text size="xs" c="dimmed" className={classes.local}>
        {localModeWords}
      </Text>
    );
  }
  return (
    <section className={classes.corner} aria-label="Your account">
      <Text size="sm" fw={600} truncate>
        {actor.name}
      </Text>
      <Anchor component={Link} href="/people" size="sm" underline="always">
        People
      </Anchor>
      {mayDoInWorkspace(actor, "read_log") ? (
        <Anchor component={Link} href="/log" size="sm" underline="always">
          Log
        </Anchor>
      ) : null}
      <Anchor component="button" type="button" size="sm" underline="always" onClick={signOut}>
        Sign out
      </Anchor>
    </section>
  );
}
