import type { Identity } from "@/lib/identity/identity";
import { ownCookie, readOwnCookie } from "./own-cookie";

const name = "workspace";
/** As long as a session, which it is of. */
const fortnightSeconds = 14 * 86_400;

type Choice = { sessionId: string; workspaceId: string };

/**
 * Whether a request has chosen the workspace. The mark is one session's and can be made by this
 * server alone; that the person belongs there is for whoever asks to see.
 */
export function isChosen(identity: Identity, headers: Headers, choice: Choice): boolean {
  return readOwnCookie(identity, headers, name) === markOf(identity, choice);
}

/** Lets the session go on in a workspace. */
export function workspaceCookie(identity: Identity, choice: Choice): string {
  return ownCookie(identity, { name, value: markOf(identity, choice), seconds: fortnightSeconds });
}

function markOf(identity: Identity, { sessionId, workspaceId }: Choice): string {
  return `${workspaceId}.${identity.sign(`workspace ${sessionId} ${workspaceId}`)}`;
}
