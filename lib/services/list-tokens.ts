import { listTokensOf } from "@/db/queries/api-tokens";
import type { TokenList } from "@/lib/contracts/accounts";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { tokenAnswer } from "./create-token";
import { requireMember } from "./require-accounts";

/** The person's tokens; to who looks after people, everybody's. */
export async function listTokens({ ctx }: { ctx: Context }): Promise<TokenList> {
  const { actor } = requireMember(ctx);
  const { workspaceId } = actor;
  const personId = mayDoInWorkspace(actor, "manage_people") ? null : actor.personId;
  const rows = await listTokensOf(ctx.db, { workspaceId, personId });
  return { items: rows.map(({ token, personName }) => tokenAnswer(token, personName)) };
}
