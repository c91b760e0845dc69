export type SeamStep = { from: number; to: number; y: number };

/**
 * An SVG path through neighbouring steps: `joined` by risers, or their `treads` alone. It breaks
 * where there is no data.
 */
export function seamPath(steps: (SeamStep | null)[], form: "joined" | "treads"): string {
  let path = "";
  let drawing = false;
  for (const step of steps) {
    if (step) path += `${drawing ? "L" : "M"}${at(step.from)} ${at(step.y)}H${at(step.to)}`;
    drawing = form === "joined" && step !== null;
  }
  return path;
}

function at(pixel: number): string {
  return String(Math.round(pixel * 10) / 10);
}
