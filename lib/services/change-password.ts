import type { z } from "zod";
import { deleteTokensOf } from "@/db/queries/api-tokens";
import { readMembershipsOf } from "@/db/queries/memberships";
import { deleteResetOf } from "@/db/queries/password-resets";
import {
  deleteSessionsOf,
  findPasswordHash,
  findPerson,
  writePasswordHash,
} from "@/db/queries/people";
import { allWorkspaces } from "@/db/row-security";
import type { changePasswordSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import { type Caller, isKnown } from "./caller";
import type { Context } from "./context";
import { letAttempt } from "./let-attempt";
import { recordDeed } from "./record-deed";
import { requireMember } from "./require-accounts";

/**
 * Changes the person's own password. The sessions elsewhere end with the old one, the API tokens and a
 * link to a new one; the log of each workspace of theirs tells it. Errors: `unprocessable` naming
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
  const { actor } = accounts;
  const { personId } = actor;
  const person = await findPerson(ctx.db, personId);
  const email = person?.email ?? personId;
  const known = isKnown(accounts, caller, email);
  await letAttempt(ctx, { email, address: caller.address, known });
  const hash = await findPasswordHash(ctx.db, personId);
  const { identity } = accounts;
  if (hash === null || !(await identity.verify({ hash, password: present }))) throw wrong();
  const passwordHash = await identity.hash(password);
  const here = await identity.personOf(caller.headers);
  // The connection of the request sees neither the tokens nor the logs of the other workspaces.
  await ctx.dbOf(allWorkspaces).transaction(async (tx) => {
    await writePasswordHash(tx, { personId, passwordHash, at: ctx.now() });
    await deleteSessionsOf(tx, { personId, except: here?.sessionId ?? null });
    await deleteTokensOf(tx, personId);
    await deleteResetOf(tx, email);
    const detail = { name: person?.name ?? null, ended: "other sessions, API tokens" };
    const deed = { kind: "password.change" as const, productId: null, subject: personId, detail };
    for (const membership of await readMembershipsOf(tx, personId)) {
      await recordDeed({ ...ctx, actor: { ...actor, ...membership } }, tx, deed);
    }
  });
}

function wrong(): AppError {
  const message = "This is not your present password.";
  return new AppError("unprocessable", message, { fields: { present: message } });
}
