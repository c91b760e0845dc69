import { randomInt } from "node:crypto";
import { countOwners, writeOwnerCode } from "@/db/queries/memberships";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import type { Context } from "./context";
import { hashOf } from "./secret-text";

/** Without those that are mistaken for one another. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

const monthMs = 30 * 86_400_000;

/** Codes made before are over: one may lie in an old mail. */
export function codesAfter(now: Date): Date {
  return new Date(now.getTime() - monthMs);
}

/**
 * The code that makes a workspace's first owner, for the server's console; null where there is one
 * already.
 * The code before it is worth nothing from then on.
 */
export async function makeOwnerCode(
  ctx: Pick<Context, "db" | "now">,
  workspaceId = localWorkspaceId,
): Promise<string | null> {
  if ((await countOwners(ctx.db, workspaceId)) > 0) return null;
  const code = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(""),
  ).join("-");
  const row = { workspaceId, codeHash: hashOf(code), createdAt: ctx.now() };
  await writeOwnerCode(ctx.db, row);
  return code;
}
