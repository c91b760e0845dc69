/** What stands above the chart in a saved picture, so that it says what it shows without its page. */
export type PictureWords = {
  title: string;
  /** In order; `fill` names one of the chart's own patterns by the end of its id. */
  legend: { fill: string; words: string }[];
  /** Lines under the chart. */
  foot: string[];
};

const svgSpace = "http://www.w3.org/2000/svg";
/** Twice as fine as the screen: legible on a slide. */
const scale = 2;
const margin = 24;
const titleSize = 20;
const legendSize = 13;
const legendRow = 28;
const footRow = 19;
const swatch = 12;
const drawn = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"],
  ...["stroke-linecap", "opacity", "font-size", "font-weight", "text-anchor", "display"],
] as const;
const font = "system-ui, sans-serif";

/**
 * Hands the reader a chart as a PNG file, with its title and legend, in the colours it has on the
 * screen. Rejects where the browser cannot draw it.
 */
export async function savePicture(chart: SVGSVGElement, words: PictureWords, fileName: string) {
  const { picture, width, height } = pictureOf(chart, words);
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
  hand(file, fileName);
}

function pictureOf(chart: SVGSVGElement, { title, legend, foot }: PictureWords) {
  const box = chart.getBoundingClientRect();
  const width = box.width + 2 * margin;
  const page = getComputedStyle(document.body);
  const picture = element("svg", { xmlns: svgSpace, width });
  const lines = wrapped(title, box.width, { size: titleSize, weight: 600 });
  const below = foot.flatMap((line) => wrapped(line, box.width, { size: legendSize, weight: 400 }));
  const head = margin + lines.length * titleSize * 1.3 + legendRow;
  const height = head + box.height + below.length * footRow + margin;
  picture.setAttribute("height", `${height}`);
  picture.append(element("rect", { width, height, fill: page.backgroundColor }));
  for (const [index, line] of lines.entries()) {
    const y = margin + (index + 0.8) * titleSize * 1.3;
    picture.append(text(line, { x: margin, y, size: titleSize, weight: 600, fill: page.color }));
  }
  const copy = copyWithStyle(chart);
  copy.setAttribute("x", `${margin}`);
  copy.setAttribute("y", `${head}`);
  picture.append(copy);
  for (const [index, line] of below.entries()) {
    const y = head + box.height + (index + 1) * footRow;
    picture.append(text(line, { x: margin, y, size: legendSize, weight: 400, fill: page.color }));
  }
  let x = margin;
  for (const { fill, words } of legend) {
    const pattern = chart.querySelector(`pattern[id$="-${fill}"]`)?.id;
    const y = head - legendRow / 2;
    const size = { x, y: y - swatch + 2, width: swatch, height: swatch };
    picture.append(element("rect", { ...size, fill: `url(#${pattern})`, stroke: page.color }));
    picture.append(
      text(words, { x: x + swatch + 6, y, size: legendSize, weight: 400, fill: page.color }),
    );
    x += swatch + 24 + widthOf(words, legendSize);
  }
  return { picture, width, height };
}

/** What style sheets say of the chart goes into it: a picture has none. */
function copyWithStyle(chart: SVGSVGElement): SVGSVGElement {
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

function text(words: string, { size, weight, ...look }: TextLook): SVGElement {
  const made = element("text", {
    ...{ ...look, "font-size": size, "font-weight": weight, "font-family": font },
  });
  made.textContent = words;
  return made;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  return made;
}

/** Lines of whole words that fit the width; a word that is wider stands alone. */
function wrapped(
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

function widthOf(words: string, size: number, weight = 400): number {
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
