import { z } from "zod";
import { countTriage, countWaiting, readTriage } from "@/db/queries/triage";
import type { ListTriage, TriageList } from "@/lib/contracts/triage";
import type { Trait } from "@/lib/domain/triage-trait";
import type { Context } from "./context";
import { readCursorOf, writeCursorOf } from "./cursor";
import { requireProductAndVersion } from "./find-product";
import { learningAnswer } from "./learning-answer";
import { versionedReads, versionedValue } from "./versioned-reads";

const cursorSchema = z.object({ score: z.number(), createdAt: z.iso.datetime(), id: z.uuid() });

/**
 * Items that want a person's decision and have all that the filters name, the most informative
 * first. Errors: `not_found`.
 */
export async function listTriage({
  ctx,
  input: { productId, limit, cursor, ...filters },
}: {
  ctx: Context;
  input: { productId: string } & ListTriage;
}): Promise<TriageList> {
  const { product, version } = await requireProductAndVersion(ctx, productId, "read");
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const traits = traitsAsked(filters);
  const after = readCursorOf(cursorSchema, cursor);
  const reads = versionedReads(ctx, { ...key, version });
  const [rows, total, counts, learning] = await Promise.all([
    readTriage(ctx.db, { ...key, traits, limit, after }),
    versionedValue(reads, "count of waiting items", { ...key, traits }, countWaiting),
    versionedValue(reads, "counts of triage", key, countTriage),
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
    total,
    unclassified,
    doubtful,
    coverage: all > 0 ? classified / all : null,
    learning,
  };
}

function traitsAsked(filters: Omit<ListTriage, "limit" | "cursor">): Trait[] {
  const { suggested, label = [], type, parent, author } = filters;
  return [
    ...(suggested ? [{ field: "suggested" as const, value: suggested }] : []),
    ...label.map((value) => ({ field: "label" as const, value })),
    ...(type ? [{ field: "type" as const, value: type }] : []),
    ...(parent ? [{ field: "parent" as const, value: parent }] : []),
    ...(author ? [{ field: "author" as const, value: author }] : []),
  ];
}
