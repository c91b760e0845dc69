import { findDigest } from "@/db/queries/digests";
import { digestText } from "@/lib/agreements/digest-text";
import { markdown } from "@/lib/agreements/message-text";
import { digestSchema, type KeptDigest } from "@/lib/contracts/digests";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";

/** A digest as it was made. Errors: `not_found`. */
export async function getKeptDigest({
  ctx,
  input: { digestId },
}: {
  ctx: Context;
  input: { digestId: string };
}): Promise<KeptDigest> {
  const { workspaceId } = ctx.actor;
  const row = isUuid(digestId) ? await findDigest(ctx.db, { workspaceId, digestId }) : null;
  if (!row) throw noSuchDigest();
  requireRightIn(ctx.actor, "read", row.productId, noSuchDigest);
  const digest = digestSchema.parse(row.content);
  return {
    id: row.id,
    day: row.day,
    createdAt: row.createdAt.toISOString(),
    digest,
    markdown: digestText(digest, markdown, ctx.outgoing.baseUrl),
  };
}

function noSuchDigest(): AppError {
  return new AppError("not_found", "There is no such digest.");
}
