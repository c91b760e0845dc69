import type { Db } from "@/db/client";
import {
  abandonReset,
  type ClaimedReset,
  claimResets,
  deleteReset,
  forgetResets,
  isHeldReset,
  postponeReset,
  releaseReset,
  settleReset,
} from "@/db/queries/password-resets";
import { findPasswordHash, findPersonByEmail } from "@/db/queries/people";
import type { PersonRow } from "@/db/schema";
import type { Mailer } from "@/lib/mail/mailer";
import { resetMail } from "./reset-mail";
import { makeResetSecret } from "./secret-text";

export type MailWorld = { db: Db; now: () => Date; mailer: Mailer; baseUrl: string };

/** A mail that was not taken, and what is done then: for the log, without the address or the link. */
export type ResetFault = { personId: string; fault: string; givenUp: boolean };

const minuteMs = 60_000;
/** Between one try and the next. */
const waitsMinutes = [1, 5, 15];
const validMs = 60 * minuteMs;
/** Who asked so long ago has asked again, or remembered. */
const staleMs = 60 * minuteMs;
/** Longer than so many mails may take; a process that dies in the middle holds its mails so long. */
const leaseMs = 5 * minuteMs;
const mostAtOnce = 5;

/**
 * Sends the mails that were asked for and are due. Each is one process's at a time; one that dies in
 * between leaves its mail to be sent again, with another link. A secret is made with each try, and its
 * hash is put in the place of the one before once the mail server has taken the mail. Once `signal` is
 * aborted the rest is handed back.
 */
export async function sendResetMails({
  world,
  signal,
}: {
  world: MailWorld;
  signal: AbortSignal;
}): Promise<ResetFault[]> {
  const faults: ResetFault[] = [];
  const owner = crypto.randomUUID();
  await forgetResets(world.db, world.now());
  while (!signal.aborted) {
    const at = world.now();
    const claimed = await claimResets(world.db, { at, owner, leaseMs, limit: mostAtOnce });
    for (const reset of claimed) {
      const fault = await send(world, reset, signal);
      if (fault) faults.push(fault);
    }
    if (claimed.length < mostAtOnce) break;
  }
  return faults;
}

async function send(
  world: MailWorld,
  reset: ClaimedReset,
  signal: AbortSignal,
): Promise<ResetFault | null> {
  if (signal.aborted) {
    await releaseReset(world.db, reset, null);
    return null;
  }
  const person = await findPersonByEmail(world.db, reset.email);
  const hasPassword = person !== null && (await findPasswordHash(world.db, person.id)) !== null;
  if (!hasPassword) {
    await deleteReset(world.db, reset);
    return null;
  }
  const isStale = world.now().getTime() - reset.askedAt.getTime() > staleMs;
  if (isStale || reset.attempts > waitsMinutes.length + 1) {
    return giveUp(world, reset, person, "It was asked for too long ago, or interrupted too often.");
  }
  return post(world, reset, person, signal);
}

/**
 * The mail goes first and its hash is written after. The other way round, whoever asks in an owner's
 * name while no mail is taken would void the link that the owner has. A process that dies between the
 * two has mailed a link that does not work; the lease ends, and another mail with one that does follows.
 */
async function post(
  world: MailWorld,
  reset: ClaimedReset,
  person: PersonRow,
  signal: AbortSignal,
): Promise<ResetFault | null> {
  if (!(await isHeldReset(world.db, reset))) return null;
  const { text: secret, secretHash } = makeResetSecret();
  const expiresAt = new Date(world.now().getTime() + validMs);
  const { name, email } = person;
  const mail = resetMail({ ...reset, name, email, baseUrl: world.baseUrl, secret, expiresAt });
  const { fault, hopeless } = await world.mailer.send(mail, signal);
  if (fault === null) {
    await settleReset(world.db, reset, { secretHash, expiresAt });
    return null;
  }
  // It may be this process's end that failed it, just after the server had taken it.
  if (signal.aborted) {
    await releaseReset(world.db, reset, { secretHash, expiresAt });
    return null;
  }
  const wait = waitsMinutes[reset.attempts - 1];
  if (hopeless || wait === undefined) return giveUp(world, reset, person, fault);
  await postponeReset(world.db, reset, new Date(world.now().getTime() + wait * minuteMs));
  return { personId: person.id, fault, givenUp: false };
}

async function giveUp(
  world: MailWorld,
  reset: ClaimedReset,
  { id: personId }: PersonRow,
  fault: string,
): Promise<ResetFault> {
  await abandonReset(world.db, reset, world.now());
  return { personId, fault, givenUp: true };
}
