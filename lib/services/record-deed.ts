import type { Db } from "@/db/client";
import { insertDeed } from "@/db/queries/deeds";
import type { DeedDetail, DeedKind } from "@/lib/domain/deed";
import type { Context } from "./context";

export type Deed = {
  kind: DeedKind;
  productId: string | null;
  /** What it was done to, by id. */
  subject: string;
  /** Names, numbers and ids: never a secret, never an item's text. */
  detail?: DeedDetail;
};

/** Writes into the log what is done, in the transaction that does it. */
export async function recordDeed(
  ctx: Pick<Context, "actor" | "now">,
  tx: Db,
  { kind, productId, subject, detail = {} }: Deed,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "nobody" || actor.kind === "link") {
    throw new Error(`Nobody may do what the log is to tell: ${kind}.`);
  }
  await insertDeed(tx, {
    ...{ workspaceId: actor.workspaceId, id: crypto.randomUUID(), at: ctx.now() },
    ...{ actorKind: actor.kind, actorName: actor.name },
    personId: actor.kind === "local" ? null : actor.personId,
    ...{ kind, productId, subject, detail },
  });
}
