import type { z } from "zod";
import { deleteResetOf } from "@/db/queries/password-resets";
import {
  deleteSessionsOf,
  findPasswordHash,
  findPerson,
  writePasswordHash,
} from "@/db/queries/people";
import type { changePasswordSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import { type Caller, isKnown } from "./caller";
import type { Context } from "./context";
import { letAttempt } from "./let-attempt";
import { recordDeed } from "./record-deed";
import { requireMember } from "./require-accounts";

/**
 * Changes the person's own password and ends the sessions elsewhere, and a link to a new one. Errors: `unprocessable` naming
 * `present` where it is wrong, or where the person signs in elsewhere; `rate_limited`.
 */
export async function changePassword({
  ctx,
  input: { caller, present, password },
}: {
  ctx: Context;
  input: z.output<typeof changePasswordSchema> & { caller: Caller };
}): Promise<void> {
  const accounts = requireMember(ctx);
  const { personId } = accounts.actor;
  const person = await findPerson(ctx.db, personId);
  const email = person?.email ?? personId;
  const known = isKnown(accounts, caller, email);
  await letAttempt(ctx, { email, address: caller.address, known });
  const hash = await findPasswordHash(ctx.db, personId);
  const { identity } = accounts;
  if (hash === null || !(await identity.verify({ hash, password: present }))) throw wrong();
  const passwordHash = await identity.hash(password);
  const here = await identity.personOf(caller.headers);
  await ctx.db.transaction(async (tx) => {
    await writePasswordHash(tx, { personId, passwordHash, at: ctx.now() });
    await deleteSessionsOf(tx, { personId, except: here?.sessionId ?? null });
    await deleteResetOf(tx, email);
    const deed = { kind: "password.change" as const, productId: null, subject: personId };
    await recordDeed(ctx, tx, { ...deed, detail: { name: person?.name ?? null } });
  });
}

function wrong(): AppError {
  const message = "This is not your present password.";
  return new AppError("unprocessable", message, { fields: { present: message } });
}
