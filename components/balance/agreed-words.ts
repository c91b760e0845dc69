import { numberFormat } from "@/components/ui/formatters";
import type { Balance, BalanceBucket, BalanceTarget } from "@/lib/contracts/balance";

type Agreed = { feature: number; tolerance: number };

/** `65 ± 5`, in percent, from parts of 1. */
export function targetWords({ feature, tolerance }: Agreed, locale: string): string {
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const percent = (part: number) => number.format(Number((part * 100).toPrecision(12)));
  return tolerance > 0 ? `${percent(feature)} ± ${percent(tolerance)}` : percent(feature);
}

/** What was agreed for a bucket's last day. */
export function targetOf(
  { end }: Pick<BalanceBucket, "end">,
  { targets }: Pick<Balance, "targets">,
): BalanceTarget | undefined {
  return targets.find(({ from, to }) => from <= end && end <= to);
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
