import { tripSeconds } from "@/lib/identity/trip";
import type { Context } from "./context";
import { ownCookie, readOwnCookie } from "./own-cookie";
import { hashOf } from "./secret-text";

/** What a request says about where it comes from, for limits and for the list of sessions. */
export type Caller = { headers: Headers; address: string };

/** Where people sign in. Errors: none; a machine without accounts has none of its routes' uses. */
export type Accounts = Context & { identity: NonNullable<Context["identity"]> };

const knownName = "known";
const invitationName = "invitation";
const yearSeconds = 365 * 86_400;

/** Whether the account was signed in to from this browser before. */
export function isKnown({ identity }: Accounts, { headers }: Caller, email: string): boolean {
  return readOwnCookie(identity, headers, knownName) === markOf(identity, email);
}

/** Lets the browser be known. */
export function knownCookie({ identity }: Accounts, email: string): string {
  const value = markOf(identity, email);
  return ownCookie(identity, { name: knownName, value, seconds: yearSeconds });
}

/** Keeps an invitation while its holder signs in elsewhere; null forgets it. */
export function invitationCookie({ identity }: Accounts, invitation: string | null): string {
  const seconds = invitation === null ? 0 : tripSeconds;
  return ownCookie(identity, { name: invitationName, value: invitation ?? "", seconds });
}

/** The invitation that somebody signs in elsewhere with. */
export function heldInvitation({ identity }: Accounts, { headers }: Caller): string | null {
  return readOwnCookie(identity, headers, invitationName);
}

function markOf(identity: Accounts["identity"], email: string): string {
  return identity.sign(`known ${hashOf(email.toLowerCase())}`);
}
