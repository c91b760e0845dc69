"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { sessionHasEnded, subscribeToSessionEnd } from "@/components/ui/session-end";
import type { Actor } from "@/lib/rights/actor";

const SessionEnded = dynamic(
  () => import("./session-ended").then((module) => module.SessionEnded),
  { ssr: false },
);

/** Where the session of the page ends, its reader signs in again on the spot. */
export function SessionWatch({ actor }: { actor: Actor }) {
  const ended = useSyncExternalStore(subscribeToSessionEnd, sessionHasEnded, () => false);
  return ended && actor.kind === "member" ? <SessionEnded personId={actor.personId} /> : null;
}
