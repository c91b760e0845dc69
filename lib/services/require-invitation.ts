import { findDoer } from "@/db/queries/deeds";
import {
  findInvitation,
  findMembership,
  findWorkspaceName,
  hasOwnerCode,
} from "@/db/queries/memberships";
import { allWorkspaces } from "@/db/row-security";
import type { InvitationRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { codesAfter } from "./make-owner-code";
import { hashOf, readSecret } from "./secret-text";

type WayIn = { invitation?: string | undefined; code?: string | undefined };

/** Proves, before anything slow or written, that there is a way in. Errors: `not_found`. */
export async function requireInvitation(
  ctx: Pick<Context, "dbOf" | "now">,
  { invitation, code }: WayIn,
): Promise<InvitationRow | null> {
  // Who is signed in may come into a workspace that their connection does not see.
  const db = ctx.dbOf(allWorkspaces);
  if (code !== undefined) {
    if (await hasOwnerCode(db, { codeHash: hashOf(code), after: codesAfter(ctx.now()) }))
      return null;
    throw notValid();
  }
  const key = readSecret("invite", invitation ?? "");
  const row = key && (await findInvitation(db, key));
  if (!row || row.acceptedAt !== null || row.expiresAt <= ctx.now()) throw notValid();
  if (!(await isOfOwner(db, row))) throw notValid();
  return row;
}

/** An invitation is worth what its maker is: one who is no owner any more lets nobody in. */
export async function isOfOwner(db: Context["db"], row: InvitationRow): Promise<boolean> {
  const { workspaceId, id: subject } = row;
  const personId = await findDoer(db, { workspaceId, kind: "invitation.create", subject });
  const maker = personId === null ? null : await findMembership(db, { workspaceId, personId });
  return maker?.role === "owner";
}

/** What a page can say of an invitation; null where it is not valid. */
export async function getInvitation({
  ctx,
  input: { invitation },
}: {
  ctx: Context;
  input: { invitation: string };
}): Promise<{ workspace: string; role: string | null } | null> {
  try {
    const row = await requireInvitation(ctx, { invitation });
    const workspace = row && (await findWorkspaceName(ctx.dbOf(row.workspaceId), row.workspaceId));
    return row && workspace ? { workspace, role: row.role } : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

function notValid(): AppError {
  return new AppError("not_found", "This invitation or code is not valid, or no longer.");
}
