export type AreaStep = { from: number; to: number; y: number };

/**
 * An SVG path of the shapes between steps and a base line. Neighbours are one shape (`joined`) or
 * each its own (`apart`), with `gap` pixels between them.
 */
export function stepArea(
  steps: (AreaStep | null)[],
  base: number,
  form: "joined" | "apart",
  gap = 0,
): string {
  let path = "";
  let drawing = false;
  for (const [index, step] of steps.entries()) {
    if (step === null) continue;
    const after = form === "joined" ? steps[index + 1] : null;
    const begin = drawing ? "" : `M${at(step.from + gap / 2)} ${at(base)}`;
    const end = after ? "" : `V${at(base)}Z`;
    path += `${begin}V${at(step.y)}H${at(step.to - gap / 2)}${end}`;
    drawing = Boolean(after);
  }
  return path;
}

function at(pixel: number): string {
  return String(Math.round(pixel * 10) / 10);
}
