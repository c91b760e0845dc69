import { copyWithStyle, element, margin, savePng, text, titleSize, wrapped } from "./picture-file";

type Origin = { left: number; top: number };

/**
 * Hands the reader several small pictures as one PNG file, as they lie on the screen with their
 * captions, under a title. Rejects where the browser cannot draw it.
 */
export async function saveMultiples(place: HTMLElement, title: string, fileName: string) {
  const box = place.getBoundingClientRect();
  const page = getComputedStyle(document.body);
  const lines = wrapped(title, box.width, { size: titleSize, weight: 600 });
  const head = margin + lines.length * titleSize * 1.3 + titleSize / 2;
  const size = { width: box.width + 2 * margin, height: head + box.height + margin };
  const picture = element("svg", size);
  picture.append(element("rect", { ...size, fill: page.backgroundColor }));
  for (const [index, line] of lines.entries()) {
    const y = margin + (index + 0.8) * titleSize * 1.3;
    picture.append(text(line, { x: margin, y, size: titleSize, weight: 600, fill: page.color }));
  }
  const origin = { left: margin - box.left, top: head - box.top };
  for (const drawing of place.querySelectorAll("svg")) picture.append(placed(drawing, origin));
  for (const caption of place.querySelectorAll("figcaption")) {
    picture.append(...wordsOf(caption, origin));
  }
  await savePng(picture, size, fileName);
}

/** Also what is not to be seen: the patterns that fill the others. */
function placed(drawing: SVGSVGElement, origin: Origin): SVGElement {
  const at = drawing.getBoundingClientRect();
  const copy = copyWithStyle(drawing);
  copy.setAttribute("x", `${at.left + origin.left}`);
  copy.setAttribute("y", `${at.top + origin.top}`);
  return copy;
}

/** Each word where it stands: a caption's lines are broken by its page, which a picture is not. */
function wordsOf(caption: HTMLElement, origin: Origin): SVGElement[] {
  const walker = document.createTreeWalker(caption, NodeFilter.SHOW_TEXT);
  const words: SVGElement[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const look = getComputedStyle(node.parentElement ?? caption);
    const size = Number.parseFloat(look.fontSize);
    const weight = Number(look.fontWeight);
    for (const found of (node.textContent ?? "").matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const at = range.getBoundingClientRect();
      const x = at.left + origin.left;
      const y = at.bottom - at.height * 0.24 + origin.top;
      const word = text(found[0], { x, y, size, weight, fill: look.color });
      // The picture's letters are not the page's: each word keeps the room it has there.
      word.setAttribute("textLength", `${at.width}`);
      word.setAttribute("lengthAdjust", "spacingAndGlyphs");
      words.push(word);
    }
  }
  return words;
}
