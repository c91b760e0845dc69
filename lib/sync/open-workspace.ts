import type { Db } from "@/db/client";
import { ensureWorkspace } from "@/db/queries/products";

/** The one workspace of local mode, created at the first start. */
export const localWorkspaceId = "00000000-0000-4000-8000-000000000001";

export async function openLocalWorkspace(db: Db, now: Date): Promise<void> {
  await ensureWorkspace(db, {
    workspaceId: localWorkspaceId,
    name: "Local workspace",
    createdAt: now,
  });
}
