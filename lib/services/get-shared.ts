import { findLinkBySecret } from "@/db/queries/share-links";
import type { ShareLinkRow } from "@/db/schema";
import { type GetBalance, getBalanceSchema } from "@/lib/contracts/balance";
import type { Shared } from "@/lib/contracts/shared";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getBalance } from "./get-balance";
import { getMeeting } from "./get-meeting";
import { readSecret } from "./secret-text";

/**
 * What a link shows, read as whoever has it: one product, and of it only what was shared. Errors:
 * `not_found`, in the same words for one that never was, is over or was revoked.
 */
export async function getShared({
  ctx,
  input: { secret },
}: {
  ctx: Context;
  input: { secret: string };
}): Promise<Shared> {
  const key = readSecret("link", secret);
  const link = key && (await findLinkBySecret(ctx.db, key));
  if (!link || link.revokedAt !== null || link.expiresAt <= ctx.now()) throw noSuchLink();
  const { workspaceId, productId, createdBy } = link;
  const actor = { kind: "link" as const, workspaceId, productId, name: "a shared link" };
  const shape = { sharedBy: createdBy, expiresAt: link.expiresAt.toISOString() };
  return { ...(await readShared({ ...ctx, actor }, link)), ...shape };
}

type Read =
  | Omit<Extract<Shared, { kind: "meeting" }>, "sharedBy" | "expiresAt">
  | Omit<Extract<Shared, { kind: "balance" }>, "sharedBy" | "expiresAt">;

async function readShared(ctx: Context, link: ShareLinkRow): Promise<Read> {
  const { kind, productId, meetingId, query } = link;
  if (kind === "meeting") {
    if (meetingId === null) throw noSuchLink();
    return { kind, meeting: await getMeeting({ ctx, input: { meetingId } }) };
  }
  const { id, name, timeZone } = await requireProduct(ctx, productId, "read");
  const input = { productId, query: readSharedQuery(query ?? "") };
  return { kind, product: { id, name, timeZone }, balance: await getBalance({ ctx, input }) };
}

/** A view's question out of its address; what only the page knows of it is left out. */
export function readSharedQuery(query: string): GetBalance {
  const parameters = new URLSearchParams(query);
  const names = [...new Set(parameters.keys())].filter((name) => name in getBalanceSchema.shape);
  const values = names.map((name) => {
    const all = parameters.getAll(name);
    return [name, all.length === 1 ? all[0] : all];
  });
  return getBalanceSchema.parse(Object.fromEntries(values));
}

function noSuchLink(): AppError {
  return new AppError("not_found", "This link shows nothing, or no longer.");
}
