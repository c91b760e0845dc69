import type { Accounts, Caller } from "./caller";
import { ownCookie, readOwnCookie } from "./own-cookie";

const name = "elsewhere";
const yearSeconds = 365 * 86_400;

/** Lets the browser be known as one in which the person has signed in elsewhere. */
export function elsewhereCookie({ identity }: Accounts, personId: string): string {
  return ownCookie(identity, { name, value: markOf(identity, personId), seconds: yearSeconds });
}

/** Who has signed in elsewhere from this browser, for the limits alone; null where nobody has. */
export function knownElsewhere({ identity }: Accounts, { headers }: Caller): string | null {
  const mark = readOwnCookie(identity, headers, name) ?? "";
  const personId = mark.slice(0, mark.lastIndexOf("."));
  return personId !== "" && mark === markOf(identity, personId) ? personId : null;
}

function markOf(identity: Accounts["identity"], personId: string): string {
  return `${personId}.${identity.sign(`elsewhere ${personId}`)}`;
}
