import type { Context } from "./context";
import { hashOf } from "./secret-text";

/** What a request says about where it comes from, for limits and for the list of sessions. */
export type Caller = { headers: Headers; address: string };

/** Where people sign in. Errors: none; a machine without accounts has none of its routes' uses. */
export type Accounts = Context & { identity: NonNullable<Context["identity"]> };

const cookieName = "balance.known";
const yearSeconds = 365 * 86_400;

/** Whether the account was signed in to from this browser before. */
export function isKnown({ identity }: Accounts, { headers }: Caller, email: string): boolean {
  const mark = `${cookieName}=${markOf(identity, email)}`;
  return (headers.get("cookie") ?? "").split(/;\s*/).includes(mark);
}

/** Lets the browser be known. */
export function knownCookie({ identity }: Accounts, email: string): string {
  const parts = [
    `${cookieName}=${markOf(identity, email)}`,
    `Max-Age=${yearSeconds}`,
    ...["Path=/", "HttpOnly", "SameSite=Lax"],
    ...(identity.secure ? ["Secure"] : []),
  ];
  return parts.join("; ");
}

function markOf(identity: Accounts["identity"], email: string): string {
  return identity.sign(`known ${hashOf(email.toLowerCase())}`);
}
