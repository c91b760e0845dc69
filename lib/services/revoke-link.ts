import { findLink, revokeLink as markRevoked } from "@/db/queries/share-links";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { recordDeed } from "./record-deed";
import { requireMember } from "./require-accounts";
import { requireRightIn } from "./rights";

/** Ends a link at once. Errors: `not_found`, also where it was ended before; `forbidden`. */
export async function revokeLink({
  ctx,
  input: { linkId: id },
}: {
  ctx: Context;
  input: { linkId: string };
}): Promise<void> {
  const { actor } = requireMember(ctx);
  const { workspaceId } = actor;
  await ctx.db.transaction(async (tx) => {
    const link = isUuid(id) ? await findLink(tx, { workspaceId, id }) : null;
    if (!link) throw noSuchLink();
    const { productId } = link;
    requireRightIn(actor, "agree", productId, noSuchLink);
    if (!(await markRevoked(tx, { workspaceId, id, at: ctx.now() }))) throw noSuchLink();
    await recordDeed(ctx, tx, { kind: "link.revoke", productId, subject: id });
  });
}

function noSuchLink(): AppError {
  return new AppError("not_found", "There is no such link, or it was ended already.");
}
