import { listLinksOf } from "@/db/queries/share-links";
import type { LinkList } from "@/lib/contracts/accounts";
import { mayDo } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { linkAnswer } from "./create-link";
import { requireMember } from "./require-accounts";

/** The links of the products in which the person could make one. */
export async function listLinks({ ctx }: { ctx: Context }): Promise<LinkList> {
  const { actor } = requireMember(ctx);
  const rows = await listLinksOf(ctx.db, actor.workspaceId);
  return { items: rows.filter((row) => mayDo(actor, "agree", row.productId)).map(linkAnswer) };
}
