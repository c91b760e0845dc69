import { listAgreementsOfProduct } from "@/db/queries/agreements";
import type { AgreementList } from "@/lib/contracts/agreements";
import { agreementAnswers } from "./agreement-answer";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/**
 * A product's agreements, or its exceptions, newest first, with all that was said about each; one
 * page holds all. Errors: `not_found`.
 */
export async function listAgreements({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; exceptions: boolean };
}): Promise<AgreementList> {
  const {
    id: productId,
    workspaceId,
    timeZone,
  } = await requireProduct(ctx, input.productId, "read");
  const { exceptions } = input;
  const rows = await listAgreementsOfProduct(ctx.db, { workspaceId, productId, exceptions });
  return { items: await agreementAnswers(ctx, rows, timeZone), nextCursor: null };
}
