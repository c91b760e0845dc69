import { pageWorkspaceHeader } from "@/lib/domain/page-workspace";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/rights/actor";

/**
 * A page that stayed open while its session went on in another workspace does nothing there: not all
 * that it asks for names something of its own. Errors: `conflict` naming the header.
 */
export function requirePageWorkspace(actor: Actor, headers: Headers): void {
  const told = headers.get(pageWorkspaceHeader);
  if (told === null || actor.kind !== "member" || told === actor.workspaceId) return;
  const message = "You work in another workspace now: read this page again.";
  throw new AppError("conflict", message, { fields: { [pageWorkspaceHeader]: message } });
}
