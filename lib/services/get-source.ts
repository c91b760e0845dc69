import { findSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import type { Source } from "@/lib/contracts/sources";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";
import { sourceAnswers } from "./source-answer";

/** One source with its progress and last run. Errors: `not_found`. */
export async function getSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<Source> {
  const [source] = await sourceAnswers(ctx, [await requireSource(ctx, input.sourceId, "read")]);
  if (!source) throw notFound();
  return source;
}

/** The source of this workspace. Errors: `not_found`, also where it is another workspace's. */
export async function requireSource(
  ctx: Context,
  sourceId: string,
  right: ProductRight,
): Promise<SourceRow> {
  const { workspaceId } = ctx.actor;
  const source = isUuid(sourceId) ? await findSource(ctx.db, { workspaceId, sourceId }) : null;
  if (!source) throw notFound();
  requireRightIn(ctx.actor, right, source.productId, notFound);
  return source;
}

function notFound(): AppError {
  return new AppError("not_found", "There is no such source.");
}
