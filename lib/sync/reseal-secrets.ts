import type { Db } from "@/db/client";
import { listSealedOtherwise, replaceSealed, type SealedValue } from "@/db/queries/sealed-values";
import { AppError } from "@/lib/errors";
import type { SecretPlace, TurnableBox } from "./credentials";

const pageSize = 200;

/** `unreadable` were sealed with a key that is not known any more: they stay as they are. */
export type Resealed = { resealed: number; unreadable: number };

/**
 * Seals with the present key whatever is sealed with another. One value at a time, each only if it is
 * still what was read: it may be stopped anywhere, run again, and run beside whoever writes.
 */
export async function resealSecrets(db: Db, box: TurnableBox): Promise<Resealed> {
  const done: Resealed = { resealed: 0, unreadable: 0 };
  let after: SealedValue | null = null;
  for (;;) {
    const prefix = box.presentPrefix();
    const values: SealedValue[] = await listSealedOtherwise(db, { prefix, after, limit: pageSize });
    for (const value of values) {
      const secret = opened(box, value);
      if (secret === null) done.unreadable += 1;
      else if (await replaceSealed(db, value, box.seal(secret, placeOf(value)))) done.resealed += 1;
    }
    after = values.at(-1) ?? null;
    if (after === null) return done;
  }
}

function placeOf({ place, workspaceId, ownerId }: SealedValue): SecretPlace {
  if (place === "product_webhook") return { workspaceId, productId: ownerId };
  return { workspaceId, sourceId: ownerId };
}

function opened(box: TurnableBox, value: SealedValue): string | null {
  try {
    return box.open(value.sealed, placeOf(value));
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return null;
    throw error;
  }
}
