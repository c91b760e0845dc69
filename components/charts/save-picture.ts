import {
  copyWithStyle,
  element,
  margin,
  savePng,
  text,
  titleSize,
  widthOf,
  wrapped,
} from "./picture-file";

/** What stands above the chart in a saved picture, so that it says what it shows without its page. */
export type PictureWords = {
  title: string;
  /** In order; `fill` names one of the chart's own patterns by the end of its id. */
  legend: { fill: string; words: string }[];
  /** Lines under the chart. */
  foot: string[];
};

const legendSize = 13;
const legendRow = 28;
const footRow = 19;
const swatch = 12;
/**
 * Hands the reader a chart as a PNG file, with its title and legend, in the colours it has on the
 * screen. Rejects where the browser cannot draw it.
 */
export async function savePicture(chart: SVGSVGElement, words: PictureWords, fileName: string) {
  const { picture, width, height } = pictureOf(chart, words);
  await savePng(picture, { width, height }, fileName);
}

function pictureOf(chart: SVGSVGElement, { title, legend, foot }: PictureWords) {
  const box = chart.getBoundingClientRect();
  const width = box.width + 2 * margin;
  const page = getComputedStyle(document.body);
  const picture = element("svg", { width });
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
