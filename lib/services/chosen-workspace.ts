import type { Identity } from "@/lib/identity/identity";

/** As long as a session, which it is of. */
const fortnightSeconds = 14 * 86_400;

type Choice = { sessionId: string; workspaceId: string };

/**
 * Whether a request has chosen the workspace. The mark is one session's and can be made by this
 * server alone; that the person belongs there is for whoever asks to see.
 */
export function isChosen(identity: Identity, headers: Headers, choice: Choice): boolean {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.includes(`${nameOf(identity)}=${markOf(identity, choice)}`);
}

/** Lets the session go on in a workspace. */
export function workspaceCookie(identity: Identity, choice: Choice): string {
  const parts = [
    `${nameOf(identity)}=${markOf(identity, choice)}`,
    `Max-Age=${fortnightSeconds}`,
    ...["Path=/", "HttpOnly", "SameSite=Lax"],
    ...(identity.secure ? ["Secure"] : []),
  ];
  return parts.join("; ");
}

const nameOf = ({ secure }: Identity) => `${secure ? "__Host-" : ""}balance.workspace`;

function markOf(identity: Identity, { sessionId, workspaceId }: Choice): string {
  return `${workspaceId}.${identity.sign(`workspace ${sessionId} ${workspaceId}`)}`;
}
