"use client";

import { Anchor, Text } from "@mantine/core";
import { Link } from "@/components/ui/link";
import type { Actor, MemberActor } from "@/lib/rights/actor";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import classes from "./accounts.module.css";
import { localModeWords } from "./local-mode-words";
import { WorkspacePart } from "./workspace-part";

/** Fetched when it is asked for: a page is read oftener than left. */
async function signOut(): Promise<void> {
  const way = await import("./sign-out");
  await way.signOut();
}

/** Who is signed in, where, and the way out; without accounts, that there are none. */
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
      <WorkspacePart />
      <Anchor component={Link} href="/people" size="sm" underline="always">
        People
      </Anchor>
      <AccountLinks actor={actor} />
    </section>
  );
}

/** The log, for whoever may read it, and the way out. */
export function AccountLinks({ actor }: { actor: MemberActor }) {
  return (
    <>
      {mayDoInWorkspace(actor, "read_log") ? (
        <Anchor component={Link} href="/log" size="sm" underline="always">
          Log
        </Anchor>
      ) : null}
      <Anchor
        component="button"
        type="button"
        size="sm"
        underline="always"
        onClick={() => void signOut()}
      >
        Sign out
      </Anchor>
    </>
  );
}
