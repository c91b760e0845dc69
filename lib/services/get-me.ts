import { listWorkspacesOf } from "@/db/queries/memberships";
import { findPerson } from "@/db/queries/people";
import { allWorkspaces } from "@/db/row-security";
import type { Me } from "@/lib/contracts/accounts";
import type { Context } from "./context";
import { requireMember } from "./require-accounts";
import { notSignedIn } from "./rights";

/** Who is signed in, as what, and in which of their workspaces. Errors: `unauthorized`. */
export async function getMe({ ctx }: { ctx: Context }): Promise<Me> {
  const { actor } = requireMember(ctx);
  const person = await findPerson(ctx.db, actor.personId);
  if (!person) throw notSignedIn();
  const { personId, name, role, productRoles, workspaceId } = actor;
  // The connection of the request sees its own workspace alone.
  const workspaces = await listWorkspacesOf(ctx.dbOf(allWorkspaces), personId);
  const workspace = workspaces.find(({ id }) => id === workspaceId);
  if (!workspace) throw notSignedIn();
  return { personId, name, email: person.email, role, productRoles, workspace, workspaces };
}
