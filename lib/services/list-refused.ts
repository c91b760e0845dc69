import type { z } from "zod";
import { readRefusedRecords } from "@/db/queries/refused-records";
import type { listRefusedSchema, RefusedList } from "@/lib/contracts/sources";
import type { Context } from "./context";
import { requireSource } from "./get-source";

/** Records of a source that could not become items, with the reason, by id. Errors: `not_found`. */
export async function listRefused({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string; query: z.output<typeof listRefusedSchema> };
}): Promise<RefusedList> {
  const { id: sourceId, workspaceId } = await requireSource(ctx, input.sourceId, "read");
  const { cursor, limit } = input.query;
  const after = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString("utf8");
  const rows = await readRefusedRecords(ctx.db, { workspaceId, sourceId, after, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => ({ ...row, refusedAt: row.refusedAt.toISOString() })),
    nextCursor: last ? Buffer.from(last.externalId).toString("base64url") : null,
  };
}
