import { deleteMembership, lockPeople } from "@/db/queries/memberships";
import { requireOwner, requireStillOwner } from "./change-member";
import type { Context } from "./context";
import { recordDeed } from "./record-deed";
import { nameOf, requireMembership } from "./require-accounts";
import { requireRight } from "./rights";

/**
 * Ends a membership and the tokens that go with it; what the person signed stays. Errors:
 * `not_found`; `conflict` where it is the last owner.
 */
export async function removeMember({
  ctx,
  input: { personId },
}: {
  ctx: Context;
  input: { personId: string };
}): Promise<void> {
  requireRight(ctx.actor, "manage_people");
  const { workspaceId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await lockPeople(tx, workspaceId);
    await requireStillOwner(ctx, tx);
    const { role } = await requireMembership(ctx, tx, personId);
    await deleteMembership(tx, { workspaceId, personId });
    await requireOwner(tx, workspaceId);
    const detail = { name: await nameOf(tx, personId), was: role };
    await recordDeed(ctx, tx, {
      kind: "member.remove",
      productId: null,
      subject: personId,
      detail,
    });
  });
}
