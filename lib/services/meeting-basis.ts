import { type AgreementOfStage, readAgreed } from "@/db/queries/agreements";
import type { AgreementRow, ProductRow } from "@/db/schema";
import { type Target, targetsOf } from "@/lib/agreements/targets";
import { dayNumber } from "@/lib/balance/day-number";
import type { Basis } from "@/lib/domain/agreement";
import type { Days } from "@/lib/domain/balance";
import type { Context } from "./context";

type AgreedToday = { basis: Basis; target: Target };
type AgreedInDays = { agreement: AgreementRow; target: Target }[];

/** What both sides agreed for a day of the whole product, and what it is counted in; null is nothing. */
export async function readAgreedOn(
  ctx: Context,
  product: ProductRow,
  day: string,
): Promise<AgreedToday | null> {
  const [only] = await readAgreedIn(ctx, product, { from: day, to: day });
  if (!only) return null;
  const { measure, unit } = only.agreement;
  return { basis: { measure, unit }, target: only.target };
}

/** What was in force for the whole product on each of some days, in order, ended or replaced since or not. */
export async function readAgreedIn(
  ctx: Context,
  { workspaceId, id: productId, timeZone }: ProductRow,
  { from, to }: Days,
): Promise<AgreedInDays> {
  const rows = await readAgreed(ctx.db, { workspaceId, productId });
  const whole = rows.filter(({ agreement }) => agreement.teamId === null);
  const targets = targetsOf({
    agreed: whole.flatMap(inForce),
    stages: whole.map(({ stage }) => stage),
    timeZone,
    range: { from, to },
  });
  return targets.flatMap((target) => {
    const own = whole.find(({ agreement }) => agreement.id === target.agreementId);
    return own ? [{ agreement: own.agreement, target }] : [];
  });
}

/** The one that held on most of the days; of two on as many, the later one. */
export function mostHeld(agreed: AgreedInDays): AgreementRow | null {
  const days = new Map<AgreementRow, number>();
  for (const { agreement, target } of agreed) {
    const own = dayNumber(target.to) - dayNumber(target.from) + 1;
    days.set(agreement, (days.get(agreement) ?? 0) + own);
  }
  const most = Math.max(...days.values());
  return [...days].findLast(([, own]) => own === most)?.[0] ?? null;
}

function inForce({ agreement: { inForceAt, ...agreement } }: AgreementOfStage) {
  return inForceAt ? [{ ...agreement, inForceAt }] : [];
}
