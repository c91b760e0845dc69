import { deleteInvitation } from "@/db/queries/memberships";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { recordDeed } from "./record-deed";
import { requireRight } from "./rights";

/** Takes an invitation back; who came in by it stays. Errors: `not_found`. */
export async function revokeInvitation({
  ctx,
  input: { invitationId: id },
}: {
  ctx: Context;
  input: { invitationId: string };
}): Promise<void> {
  requireRight(ctx.actor, "manage_people");
  const { workspaceId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const row = isUuid(id) ? await deleteInvitation(tx, { workspaceId, id }) : null;
    if (!row) throw new AppError("not_found", "There is no such invitation.");
    const detail = { note: row.note };
    await recordDeed(ctx, tx, { kind: "invitation.revoke", productId: null, subject: id, detail });
  });
}
