import { type AgreementOfStage, readAgreed } from "@/db/queries/agreements";
import type { ProductRow } from "@/db/schema";
import { targetsOf } from "@/lib/agreements/targets";
import type { Basis } from "@/lib/domain/agreement";
import type { Context } from "./context";

type AgreedToday = { basis: Basis; target: ReturnType<typeof targetsOf>[number] };

/** What both sides agreed for a day of the whole product, and what it is counted in; null is nothing. */
export async function readAgreedOn(
  ctx: Context,
  { workspaceId, id: productId, timeZone }: ProductRow,
  day: string,
): Promise<AgreedToday | null> {
  const rows = await readAgreed(ctx.db, { workspaceId, productId });
  const whole = rows.filter(({ agreement }) => agreement.teamId === null);
  const [target] = targetsOf({
    agreed: whole.flatMap(inForce),
    stages: whole.map(({ stage }) => stage),
    timeZone,
    range: { from: day, to: day },
  });
  const own = whole.find(({ agreement }) => agreement.id === target?.agreementId);
  if (!target || !own) return null;
  const { measure, unit } = own.agreement;
  return { basis: { measure, unit }, target };
}

function inForce({ agreement: { inForceAt, ...agreement } }: AgreementOfStage) {
  return inForceAt ? [{ ...agreement, inForceAt }] : [];
}
