import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { productWebhooks, sources, webhooks } from "../schema";

const places = ["product_webhook", "source", "webhook"] as const;
type Place = (typeof places)[number];

/** A value that is kept sealed; `ownerId` is the source's, or the product's of a product's webhook. */
export type SealedValue = { place: Place; workspaceId: string; ownerId: string; sealed: string };

/**
 * Values of every workspace whose text does not begin with `prefix`, in an order that stays the same
 * while they change, those after `after` alone.
 */
export function listSealedOtherwise(
  db: Db,
  { prefix, after, limit }: { prefix: string; after: SealedValue | null; limit: number },
): Promise<SealedValue[]> {
  const later = after
    ? sql`(place, workspace_id, owner_id) > (${after.place}, ${after.workspaceId}::uuid, ${after.ownerId}::uuid)`
    : sql`true`;
  return queryRows<SealedValue>(
    db,
    sql`select place, workspace_id as "workspaceId", owner_id as "ownerId", sealed
        from (${everySealed}) as every
        where not starts_with(sealed, ${prefix}) and ${later}
        order by place, workspace_id, owner_id limit ${limit}::int`,
  );
}

const everySealed: SQL = sql`
  select 'product_webhook' collate "C" as place, workspace_id, product_id as owner_id, url as sealed
    from product_webhooks
  union all select 'source', workspace_id, id, credential from sources where credential is not null
  union all select 'webhook', workspace_id, source_id, secret from webhooks`;

/** Puts `next` in the place of a value; false where somebody has changed or removed it since. */
export async function replaceSealed(db: Db, value: SealedValue, next: string): Promise<boolean> {
  const replaced = await update(db, value, next);
  return replaced.length > 0;
}

function update(db: Db, { place, workspaceId, ownerId, sealed }: SealedValue, next: string) {
  switch (place) {
    case "source":
      return db
        .update(sources)
        .set({ credential: next })
        .where(
          and(
            eq(sources.workspaceId, workspaceId),
            eq(sources.id, ownerId),
            eq(sources.credential, sealed),
          ),
        )
        .returning({ id: sources.id });
    case "webhook":
      return db
        .update(webhooks)
        .set({ secret: next })
        .where(
          and(
            eq(webhooks.workspaceId, workspaceId),
            eq(webhooks.sourceId, ownerId),
            eq(webhooks.secret, sealed),
          ),
        )
        .returning({ id: webhooks.sourceId });
    case "product_webhook":
      return db
        .update(productWebhooks)
        .set({ url: next })
        .where(
          and(
            eq(productWebhooks.workspaceId, workspaceId),
            eq(productWebhooks.productId, ownerId),
            eq(productWebhooks.url, sealed),
          ),
        )
        .returning({ id: productWebhooks.productId });
  }
}
