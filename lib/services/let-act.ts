import { type Actor, isOwner } from "@/lib/rights/actor";
import type { Context } from "./context";
import { takeOfLimit } from "./limits";

/**
 * Lets who asks make an invitation, or ask another server. An owner's checks are not counted with
 * their address: others in the same office cannot keep them from working. Errors: `rate_limited`.
 */
export async function letAct(
  ctx: Context,
  { limit, address }: { limit: "inviting" | "checking"; address: string },
): Promise<void> {
  const isFree = limit === "checking" && isOwner(ctx.actor);
  const account = accountOf(ctx.actor);
  await takeOfLimit(ctx, limit, { account, address: isFree ? null : address });
}

/** A script is counted apart from its person. */
function accountOf(actor: Actor): string {
  switch (actor.kind) {
    case "member":
      return `person ${actor.personId}`;
    case "token":
      return `token ${actor.tokenId}`;
    case "local":
    case "link":
    case "nobody":
      return `${actor.kind} ${actor.workspaceId}`;
  }
}
