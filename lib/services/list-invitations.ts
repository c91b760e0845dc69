import { listInvitationsOf } from "@/db/queries/memberships";
import type { InvitationList } from "@/lib/contracts/accounts";
import type { Context } from "./context";
import { invitationAnswer } from "./create-invitation";
import { requireRight } from "./rights";

/** The latest invitations, used or not. */
export async function listInvitations({ ctx }: { ctx: Context }): Promise<InvitationList> {
  requireRight(ctx.actor, "manage_people");
  const rows = await listInvitationsOf(ctx.db, ctx.actor.workspaceId);
  return { items: rows.map(invitationAnswer) };
}
