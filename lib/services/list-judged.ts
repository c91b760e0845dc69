import { readItemLinks } from "@/db/queries/items";
import { isInBand } from "@/lib/classify/model/accuracy";
import type { JudgedList, ListJudged } from "@/lib/contracts/model";
import type { Context } from "./context";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import { requireProduct } from "./find-product";
import { type JudgedCorrection, modelRecord } from "./model-record";

/** The corrected items behind a figure of the model's accuracy, latest first. Errors: `not_found`. */
export async function listJudged({
  ctx,
  input: { productId, limit, cursor, ...filter },
}: {
  ctx: Context;
  input: { productId: string } & ListJudged;
}): Promise<JudgedList> {
  const product = await requireProduct(ctx, productId, "read");
  const record = await modelRecord(ctx, product);
  const all = record.filter((one) => isAsked(one, filter)).reverse();
  const after = readCursor(cursor);
  const left = after === null ? all : all.filter((one) => isBefore(one, after));
  const shown = left.slice(0, limit);
  const { workspaceId } = product;
  const itemIds = shown.map(({ correction }) => correction.itemId);
  const links = await readItemLinks(ctx.db, { workspaceId, itemIds });
  const last = left.length > limit ? shown.at(-1)?.correction : undefined;
  return {
    items: shown.flatMap((one) => itemAnswer(one, links)),
    nextCursor: last ? writeCursor({ createdAt: last.at, id: last.itemId }) : null,
    total: all.length,
  };
}

type Filter = Omit<ListJudged, "limit" | "cursor">;

function isAsked({ own, month }: JudgedCorrection, filter: Filter): boolean {
  if (own.said === null) return false;
  const { from = 0, to = 1 } = filter;
  return (
    (filter.said === undefined || own.said === filter.said) &&
    (filter.corrected === undefined || own.truth === filter.corrected) &&
    (filter.right === undefined || (own.said === own.truth) === filter.right) &&
    (filter.month === undefined || month === filter.month) &&
    isInBand(own.confidence, { from, to })
  );
}

/** The record's order: by when it was decided, then by id. */
function isBefore({ correction: { at, itemId } }: JudgedCorrection, after: Cursor): boolean {
  return at < after.createdAt || (at === after.createdAt && itemId < after.id);
}

type Links = Awaited<ReturnType<typeof readItemLinks>>;

function itemAnswer({ correction, own, shared }: JudgedCorrection, links: Links) {
  const { itemId, title, at } = correction;
  const link = links.get(itemId);
  if (link === undefined || own.said === null || shared.said === null) return [];
  const { said, confidence, truth: corrected } = own;
  return [{ itemId, ...link, title, said, confidence, corrected, sharedSaid: shared.said, at }];
}
