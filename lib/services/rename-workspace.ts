import type { z } from "zod";
import { findWorkspaceName, writeWorkspaceName } from "@/db/queries/memberships";
import type { renameWorkspaceSchema } from "@/lib/contracts/accounts";
import type { Context } from "./context";
import { recordDeed } from "./record-deed";
import { requireAccounts } from "./require-accounts";
import { requireRight } from "./rights";

/** Gives the workspace another name. Errors: `forbidden`; `not_found` where nobody signs in. */
export async function renameWorkspace({
  ctx,
  input: { name },
}: {
  ctx: Context;
  input: z.output<typeof renameWorkspaceSchema>;
}): Promise<void> {
  requireRight(ctx.actor, "manage_people");
  requireAccounts(ctx);
  const { workspaceId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const was = await findWorkspaceName(tx, workspaceId);
    await writeWorkspaceName(tx, workspaceId, name);
    const deed = { kind: "workspace.rename" as const, productId: null, subject: workspaceId };
    await recordDeed(ctx, tx, { ...deed, detail: { was, is: name } });
  });
}
