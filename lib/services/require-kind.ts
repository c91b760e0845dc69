import type { Category } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import { AppError } from "@/lib/errors";
import { loadClassifier } from "@/lib/sync/product-classifier";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/** Errors: `unprocessable` where the kind counts for another category in this product. */
export async function requireKindOf(
  ctx: Context,
  productId: string,
  { category, kind }: { category: Category; kind: Kind | null },
): Promise<void> {
  if (kind === null) return;
  const { workspaceId, rulesVersion } = await requireProduct(ctx, productId, "read");
  const classifier = await loadClassifier(ctx.db, { workspaceId, productId }, rulesVersion);
  const counted = classifier.categoryOf(kind);
  if (counted === category) return;
  const message = `The kind ${kind} belongs to ${counted}, not to ${category}.`;
  throw new AppError("unprocessable", message, { fields: { kind: message } });
}
