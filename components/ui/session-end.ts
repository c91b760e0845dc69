let ended = false;
const listeners = new Set<() => void>();

/** Where people sign in, "unauthorized" is an answer about what they gave, not about a session. */
const signingIn = ["/api/sign-in", "/api/join"];

/** What an API call was told: 401 means that the session of this page is over. */
export function noticeStatus(path: string, status: number): void {
  if (status !== 401 || signingIn.includes(path)) return;
  setEnded(true);
}

/** Somebody signed in again. */
export function forgetSessionEnd(): void {
  setEnded(false);
}

export function subscribeToSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function sessionHasEnded(): boolean {
  return ended;
}

function setEnded(value: boolean): void {
  ended = value;
  for (const listener of listeners) listener();
}
