import type { z } from "zod";
import { findReset, takeReset } from "@/db/queries/password-resets";
import { findPersonByEmail, proveEmail } from "@/db/queries/people";
import { allWorkspaces } from "@/db/row-security";
import type { redeemResetSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import { knownCookie } from "./caller";
import type { Context } from "./context";
import { takeOfLimit } from "./limits";
import { replacePassword } from "./replace-password";
import { requireAccounts } from "./require-accounts";
import { hashOf } from "./secret-text";

/**
 * Sets a new password by the link of a mail, once. Gives the cookie by which the browser is known:
 * who has the mailbox is not kept out by what others guessed. Tries with what is no link are counted by
 * their address, and tries with one by itself: others at the same address do not use them up.
 * Errors: `not_found` in the same words where the link never was, is used or over; `rate_limited`.
 */
export async function redeemReset({
  ctx,
  input: { secret, password, address },
}: {
  ctx: Context;
  input: z.output<typeof redeemResetSchema> & { address: string };
}): Promise<{ cookies: string[] }> {
  const accounts = requireAccounts(ctx);
  // The log of every workspace of the person tells it, whoever is signed in here.
  const db = ctx.dbOf(allWorkspaces);
  const key = { secretHash: hashOf(secret), at: ctx.now() };
  const email = await findReset(db, key);
  const person = email === null ? null : await findPersonByEmail(db, email);
  const isMissed = person === null;
  const counted = { account: isMissed ? null : key.secretHash, address: isMissed ? address : null };
  await takeOfLimit(ctx, "resetLink", counted);
  if (!person) throw notValid();
  const passwordHash = await accounts.identity.hash(password);
  await db.transaction(async (tx) => {
    if ((await takeReset(tx, key)) === null) throw notValid();
    const isReplaced = await replacePassword(ctx, tx, {
      ...{ person, passwordHash, detail: { by: "mail" } },
      doer: (membership) => ({ kind: "member", name: person.name, ...membership }),
    });
    if (!isReplaced) throw notValid();
    await proveEmail(tx, person.id);
  });
  return { cookies: [knownCookie(accounts, person.email)] };
}

function notValid(): AppError {
  return new AppError("not_found", "This link is not valid, or no longer. Ask for another.");
}
