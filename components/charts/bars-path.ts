export type Bar = { left: number; right: number; top: number; bottom: number };

/** One SVG path of all bars, in pixels: a picture of a thousand of them stays a handful of shapes. */
export function barsPath(bars: readonly Bar[]): string {
  return bars
    .filter(({ top, bottom }) => bottom > top)
    .map(
      ({ left, right, top, bottom }) =>
        `M${at(left)} ${at(bottom)}V${at(top)}H${at(right)}V${at(bottom)}Z`,
    )
    .join("");
}

function at(pixel: number): string {
  return String(Math.round(pixel * 10) / 10);
}
