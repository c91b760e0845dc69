import type { z } from "zod";
import { findMembership } from "@/db/queries/memberships";
import { allWorkspaces } from "@/db/row-security";
import type { chooseWorkspaceSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import { workspaceCookie } from "./chosen-workspace";
import type { Context } from "./context";
import { requireMember } from "./require-accounts";
import { notSignedIn } from "./rights";

/**
 * Lets the session of the request go on in another of the person's workspaces. Gives the cookie that
 * says so. Errors: `not_found`, in the same words where there is no such workspace.
 */
export async function chooseWorkspace({
  ctx,
  input: { workspaceId, headers },
}: {
  ctx: Context;
  input: z.output<typeof chooseWorkspaceSchema> & { headers: Headers };
}): Promise<{ cookies: string[] }> {
  const { actor, identity } = requireMember(ctx);
  // The connection of the request sees the workspace that is left alone.
  const key = { workspaceId, personId: actor.personId };
  const membership = await findMembership(ctx.dbOf(allWorkspaces), key);
  if (!membership) throw new AppError("not_found", "There is no such workspace.");
  const session = await identity.personOf(headers);
  if (!session) throw notSignedIn();
  return { cookies: [workspaceCookie(identity, { workspaceId, sessionId: session.sessionId })] };
}
