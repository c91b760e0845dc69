import type { Db } from "@/db/client";
import { deleteTokensOf } from "@/db/queries/api-tokens";
import { readMembershipsOf } from "@/db/queries/memberships";
import { deleteResetOf } from "@/db/queries/password-resets";
import { deleteSessionsOf, writePasswordHash } from "@/db/queries/people";
import type { MembershipRow, PersonRow } from "@/db/schema";
import type { DeedDetail } from "@/lib/domain/deed";
import type { Actor } from "@/lib/rights/actor";
import { recordDeed } from "./record-deed";

type Replacing = {
  person: PersonRow;
  passwordHash: string;
  /** Who does it, as the log of each workspace tells it. */
  doer: (membership: MembershipRow) => Actor;
  detail?: DeedDetail;
};

/**
 * Puts a password in the place of a forgotten one: every session, token and link to a new password
 * ends. All of it in the caller's transaction; false, and nothing done, where the person signs in
 * elsewhere.
 */
export async function replacePassword(
  { now }: { now: () => Date },
  tx: Db,
  { person: { id: personId, name, email }, passwordHash, doer, detail = {} }: Replacing,
): Promise<boolean> {
  if (!(await writePasswordHash(tx, { personId, passwordHash, at: now() }))) return false;
  await deleteSessionsOf(tx, { personId, except: null });
  await deleteTokensOf(tx, personId);
  await deleteResetOf(tx, email);
  for (const membership of await readMembershipsOf(tx, personId)) {
    const deed = { kind: "password.reset" as const, productId: null, subject: personId };
    const actor = doer(membership);
    await recordDeed({ now, actor }, tx, { ...deed, detail: { name, ...detail } });
  }
  return true;
}
