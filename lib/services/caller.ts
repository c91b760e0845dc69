import type { Context } from "./context";
import { hashOf } from "./secret-text";

/** What a request says about where it comes from, for limits and for the list of sessions. */
export type Caller = { headers: Headers; address: string };

/** Where people sign in. Errors: none; a machine without accounts has none of its routes' uses. */
export type Accounts = Context & { identity: NonNullable<Context["identity"]> };

const cookieName = "balance.known";
const invitationName = "balance.invitation";
/** As long as Better Auth waits for somebody to come back. */
const tripSeconds = 600;
const yearSeconds = 365 * 86_400;

/** Whether the account was signed in to from this browser before. */
export function isKnown({ identity }: Accounts, { headers }: Caller, email: string): boolean {
  const mark = `${cookieName}=${markOf(identity, email)}`;
  return (headers.get("cookie") ?? "").split(/;\s*/).includes(mark);
}

/** Lets the browser be known. */
export function knownCookie({ identity }: Accounts, email: string): string {
  const value = markOf(identity, email);
  return ownCookie(identity, { name: cookieName, value, seconds: yearSeconds, path: "/" });
}

/** Keeps an invitation while its holder signs in elsewhere; null forgets it. */
export function invitationCookie({ identity }: Accounts, invitation: string | null): string {
  const seconds = invitation === null ? 0 : tripSeconds;
  const path = "/api/auth/callback";
  return ownCookie(identity, { name: invitationName, value: invitation ?? "", seconds, path });
}

/** The invitation that somebody signs in elsewhere with. */
export function heldInvitation({ headers }: Caller): string | null {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  const held = cookies.find((cookie) => cookie.startsWith(`${invitationName}=`));
  return held?.slice(invitationName.length + 1) || null;
}

type OwnCookie = { name: string; value: string; seconds: number; path: string };

function ownCookie(
  { secure }: Accounts["identity"],
  { name, value, seconds, path }: OwnCookie,
): string {
  const flags = ["HttpOnly", "SameSite=Lax", ...(secure ? ["Secure"] : [])];
  return [`${name}=${value}`, `Max-Age=${seconds}`, `Path=${path}`, ...flags].join("; ");
}

function markOf(identity: Accounts["identity"], email: string): string {
  return identity.sign(`known ${hashOf(email.toLowerCase())}`);
}
