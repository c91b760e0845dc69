import type { z } from "zod";
import { writeResetWish } from "@/db/queries/password-resets";
import type { askForResetSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { takeOfLimit } from "./limits";
import { requireAccounts } from "./require-accounts";

/**
 * Writes down that somebody wants a link to a new password. Whether there is such an account is not
 * looked at here, so that neither the answer nor its time can tell: who sends the mail finds out.
 * Errors: `not_found` where no mail is sent from here; `rate_limited`.
 */
export async function askForReset({
  ctx,
  input: { email, address },
}: {
  ctx: Context;
  input: z.output<typeof askForResetSchema> & { address: string };
}): Promise<void> {
  requireAccounts(ctx);
  if (ctx.mail === null) {
    throw new AppError("not_found", "This server sends no mail: SMTP_URL is not set.");
  }
  await takeOfLimit(ctx, "resetMail", { account: email, address });
  await writeResetWish(ctx.db, { email, askedAt: ctx.now(), askedFrom: address });
  ctx.mail.wake();
}
