import { formatAmount } from "@/components/ui/format";

/** A change of a share in tenths of a point, the finest that is shown. 0.01 is a point. */
export function tenthsOf(change: number): number {
  return Math.round(exact(change)) + 0;
}

/**
 * Changes in tenths of a point that add up to those of their sum: all are rounded down, and what
 * that leaves goes to those that lost most (the method of largest remainders, Hamilton).
 */
export function tenthsTogether(changes: number[], sum: number): number[] {
  const down = changes.map((change) => Math.floor(exact(change)));
  const missing = tenthsOf(sum) - down.reduce((total, tenths) => total + tenths, 0);
  const lost = changes.map((change, index) => exact(change) - (down[index] ?? 0));
  const most = new Set(
    lost
      .map((_, index) => index)
      .sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0))
      .slice(0, missing),
  );
  return down.map((tenths, index) => tenths + (most.has(index) ? 1 : 0));
}

/** `+2.1`, `−9`, `0`. */
export function signedPoints(tenths: number, locale: string): string {
  if (tenths === 0) return "0";
  return `${tenths > 0 ? "+" : "−"}${formatAmount(Math.abs(tenths) / 10, locale)}`;
}

/** `2.1 points`, `1 point`, whichever way it went. */
export function pointsWords(tenths: number, locale: string): string {
  const size = Math.abs(tenths) / 10;
  return `${formatAmount(size, locale)} ${size === 1 ? "point" : "points"}`;
}

/** In tenths; the detour rounds a half that floating point lost up as a half. */
function exact(change: number): number {
  return Number((change * 1000).toPrecision(12));
}
