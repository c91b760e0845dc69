import type { z } from "zod";
import { insertToken } from "@/db/queries/api-tokens";
import type { ApiTokenRow } from "@/db/schema";
import type { createTokenSchema, NewToken, Token } from "@/lib/contracts/accounts";
import { mayDo } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { recordDeed } from "./record-deed";
import { requireMember } from "./require-accounts";
import { noSuchProduct, requireKnownProducts } from "./require-known-products";
import { makeSecret } from "./secret-text";

const dayMs = 86_400_000;

/**
 * Makes a token for the person's scripts: never more than the person may, and shown this once.
 * Errors: `unprocessable` naming `productIds` where one is none that the person sees.
 */
export async function createToken({
  ctx,
  input: { days, ...wish },
}: {
  ctx: Context;
  input: z.output<typeof createTokenSchema>;
}): Promise<NewToken> {
  const { actor } = requireMember(ctx);
  const productIds = wish.productIds ?? [];
  if (productIds.some((id) => !mayDo(actor, "read", id))) throw noSuchProduct("productIds");
  // Who reads all of the workspace might read this one, if it were there.
  await requireKnownProducts(ctx, productIds, "productIds");
  const { workspaceId, personId } = actor;
  const { text, secretHash } = makeSecret("token", workspaceId);
  const createdAt = ctx.now();
  const row: ApiTokenRow = {
    ...{ workspaceId, id: crypto.randomUUID(), secretHash, personId, ...wish, createdAt },
    expiresAt: days === null ? null : new Date(createdAt.getTime() + days * dayMs),
    lastUsedAt: null,
  };
  await ctx.db.transaction(async (tx) => {
    await insertToken(tx, row);
    const { id: subject, name, scope } = row;
    const detail = { name, scope, products: row.productIds?.join(", ") ?? null };
    await recordDeed(ctx, tx, { kind: "token.create", productId: null, subject, detail });
  });
  return { ...tokenAnswer(row, actor.name), token: text };
}

/** A stored token in the contract's words, without what it is. */
export function tokenAnswer(row: ApiTokenRow, person: string): Token {
  const { id, name, scope, productIds, createdAt, expiresAt, lastUsedAt } = row;
  return {
    ...{ id, name, person, scope, productIds },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
