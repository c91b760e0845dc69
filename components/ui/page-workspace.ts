import type { ErrorBody } from "@/lib/contracts/common";
import { pageWorkspaceHeader } from "@/lib/domain/page-workspace";

/** What is of the session, in whatever workspace it works. */
const ofTheSession = ["/api/sign-in", "/api/sign-out", "/api/join", "/api/me/workspace"];

let own: string | null = null;
let left = false;
const listeners = new Set<() => void>();

/**
 * Tells of which workspace the page is. The first word counts until the browser reads a page anew:
 * what was read of one stays in memory, and must not be shown or acted on as another's.
 */
export function keepPageWorkspace(workspaceId: string): void {
  own ??= workspaceId;
  if (own !== workspaceId) leave();
}

/** What a call of our API is sent with, so that nothing is done in another workspace by mistake. */
export function pageWorkspaceHeaders(path: string): Record<string, string> {
  return own === null || ofTheSession.includes(path) ? {} : { [pageWorkspaceHeader]: own };
}

/** What an API call was refused with: that the session has gone on in another workspace. */
export function noticeRefusal({ fields = {} }: ErrorBody["error"]): void {
  if (pageWorkspaceHeader in fields) leave();
}

export function subscribeToPageWorkspace(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the session works in another workspace than the page is of. */
export function pageWorkspaceIsLeft(): boolean {
  return left;
}

function leave(): void {
  left = true;
  for (const listener of listeners) listener();
}
