import { z } from "zod";
import { countTriage, readTriage } from "@/db/queries/triage";
import type { TriageList } from "@/lib/contracts/triage";
import type { Context } from "./context";
import { readCursorOf, writeCursorOf } from "./cursor";
import { requireProduct } from "./find-product";
import { learningAnswer } from "./learning-answer";
import { requireRight } from "./rights";

const cursorSchema = z.object({ score: z.number(), createdAt: z.iso.datetime(), id: z.uuid() });

/** Items that want a person's decision, the most informative first. Errors: `not_found`. */
export async function listTriage({
  ctx,
  input: { productId, limit, cursor },
}: {
  ctx: Context;
  input: { productId: string; limit: number; cursor?: string | undefined };
}): Promise<TriageList> {
  requireRight(ctx.actor, "read");
  const product = await requireProduct(ctx, productId);
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const after = readCursorOf(cursorSchema, cursor);
  const [rows, counts, learning] = await Promise.all([
    readTriage(ctx.db, { ...key, limit, after }),
    countTriage(ctx.db, key),
    learningAnswer(ctx, product),
  ]);
  const { classified, unclassified, doubtful } = counts;
  const all = classified + unclassified;
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ score: _score, ...item }) => item),
    nextCursor: last
      ? writeCursorOf(cursorSchema, { score: last.score, createdAt: last.createdAt, id: last.id })
      : null,
    unclassified,
    doubtful,
    coverage: all > 0 ? classified / all : null,
    learning,
  };
}
