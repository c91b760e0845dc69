import { numberFormat } from "@/components/ui/formatters";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import { targetOf } from "@/lib/contracts/balance-figures";

type Agreed = { feature: number; tolerance: number };

/** `65 ± 5`, in percent, from parts of 1. */
export function targetWords({ feature, tolerance }: Agreed, locale: string): string {
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const percent = (part: number) => number.format(Number((part * 100).toPrecision(12)));
  return tolerance > 0 ? `${percent(feature)} ± ${percent(tolerance)}` : percent(feature);
}

/** What was agreed for a bucket, in words; null where nothing was. */
export function agreedWords(
  bucket: Pick<BalanceBucket, "end">,
  balance: Pick<Balance, "targets">,
  locale: string,
): string | null {
  const target = targetOf(bucket, balance);
  if (!target) return null;
  return targetWords({ feature: target.shares.feature ?? 0, tolerance: target.tolerance }, locale);
}
