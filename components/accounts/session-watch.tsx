"use client";

import dynamic from "next/dynamic";
import { useLayoutEffect, useSyncExternalStore } from "react";
import {
  keepPageWorkspace,
  pageWorkspaceIsLeft,
  subscribeToPageWorkspace,
} from "@/components/ui/page-workspace";
import { sessionHasEnded, subscribeToSessionEnd } from "@/components/ui/session-end";
import type { Actor } from "@/lib/rights/actor";

const SessionEnded = dynamic(
  () => import("./session-ended").then((module) => module.SessionEnded),
  { ssr: false },
);
const WorkspaceLeft = dynamic(
  () => import("./workspace-left").then((module) => module.WorkspaceLeft),
  { ssr: false },
);

/**
 * Where the session of the page ends, its reader signs in again on the spot; where it goes on in another
 * workspace, the page is read again.
 */
export function SessionWatch({ actor }: { actor: Actor }) {
  const ended = useSyncExternalStore(subscribeToSessionEnd, sessionHasEnded, () => false);
  const left = useSyncExternalStore(subscribeToPageWorkspace, pageWorkspaceIsLeft, () => false);
  const { kind, workspaceId } = actor;
  // Before the effects in which the page asks for what it shows.
  useLayoutEffect(() => {
    if (kind === "member") keepPageWorkspace(workspaceId);
  }, [kind, workspaceId]);
  if (actor.kind !== "member") return null;
  if (ended) return <SessionEnded personId={actor.personId} workspaceId={workspaceId} />;
  return left ? <WorkspaceLeft workspaceId={workspaceId} /> : null;
}
