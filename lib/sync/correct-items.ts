import type { Db } from "@/db/client";
import { recordCorrections } from "@/db/queries/corrections";
import { lockClassification } from "@/db/queries/product-lock";
import { classifyItems, type ItemsToDecide } from "./classify-items";

/**
 * Takes up what people have just decided about items, or no longer do: notes it for the model to
 * learn, and decides them again. In the caller's transaction. Returns how many answers changed.
 */
export async function correctItems(db: Db, input: ItemsToDecide): Promise<number> {
  await lockClassification(db, input.productId);
  await recordCorrections(db, input);
  return classifyItems(db, input);
}
