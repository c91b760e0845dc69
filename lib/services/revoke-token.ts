import { deleteToken } from "@/db/queries/api-tokens";
import { AppError } from "@/lib/errors";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { recordDeed } from "./record-deed";
import { requireMember } from "./require-accounts";

/** Ends a token of one's own; who looks after people ends anybody's. Errors: `not_found`. */
export async function revokeToken({
  ctx,
  input: { tokenId: id },
}: {
  ctx: Context;
  input: { tokenId: string };
}): Promise<void> {
  const { actor } = requireMember(ctx);
  const { workspaceId } = actor;
  const personId = mayDoInWorkspace(actor, "manage_people") ? null : actor.personId;
  await ctx.db.transaction(async (tx) => {
    const row = isUuid(id) ? await deleteToken(tx, { workspaceId, id, personId }) : null;
    if (!row) throw new AppError("not_found", "There is no such token.");
    const detail = { name: row.name };
    await recordDeed(ctx, tx, { kind: "token.revoke", productId: null, subject: id, detail });
  });
}
