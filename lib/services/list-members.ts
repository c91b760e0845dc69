import { listMembersOf } from "@/db/queries/memberships";
import type { MemberList } from "@/lib/contracts/accounts";
import type { Context } from "./context";
import { requireRight } from "./rights";

/** Who belongs to the workspace, as what. */
export async function listMembers({ ctx }: { ctx: Context }): Promise<MemberList> {
  requireRight(ctx.actor, "manage_people");
  const rows = await listMembersOf(ctx.db, ctx.actor.workspaceId);
  const items = rows.map(({ membership, name, email }) => {
    const { personId, role, productRoles, createdAt } = membership;
    return { personId, name, email, role, productRoles, joinedAt: createdAt.toISOString() };
  });
  return { items };
}
