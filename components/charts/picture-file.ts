const svgSpace = "http://www.w3.org/2000/svg";
/** Twice as fine as the screen: legible on a slide. */
const scale = 2;
/** Around what is drawn, and the title's letters, in pixels. */
export const margin = 24;
export const titleSize = 20;
const drawn = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"],
  ...["stroke-linecap", "opacity", "font-size", "font-weight", "text-anchor", "display"],
] as const;
const font = "system-ui, sans-serif";

/** Hands the reader a drawing as a PNG file. Rejects where the browser cannot draw it. */
export async function savePng(
  picture: SVGElement,
  { width, height }: { width: number; height: number },
  name: string,
): Promise<void> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw the picture.");
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!file) throw new Error("This browser cannot save the picture.");
  hand(file, name);
}

/** What style sheets say of the chart goes into it: a picture has none. */
export function copyWithStyle(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const name of drawn) copies[index]?.style.setProperty(name, style.getPropertyValue(name));
    copies[index]?.style.setProperty("font-family", font);
  }
  return copy;
}

type TextLook = { x: number; y: number; size: number; weight: number; fill: string };

export function text(words: string, { size, weight, ...look }: TextLook): SVGElement {
  const made = element("text", {
    ...{ ...look, "font-size": size, "font-weight": weight, "font-family": font },
  });
  made.textContent = words;
  return made;
}

export function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  return made;
}

/** Lines of whole words that fit the width; a word that is wider stands alone. */
export function wrapped(
  words: string,
  width: number,
  { size, weight }: { size: number; weight: number },
): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer, size, weight) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function widthOf(words: string, size: number, weight = 400): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return words.length * size * 0.6;
  context.font = `${weight} ${size}px ${font}`;
  return context.measureText(words).width;
}

function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
