/** A body prepared for reading: prose where it stood, and what kind of things stand beside it. */
export type BodyReading = { prose: string; marks: string[]; headings: string[] };

/** Longer bodies are read this far: what somebody wants stands at the beginning. */
const readLength = 4_000;
const mostHeadings = 24;

const marks: readonly (readonly [string, RegExp])[] = [
  ["comment", /<!--/],
  ["fence", /```|\{code|\{noformat|^ {4}\S/m],
  [
    "trace",
    /^[ \t]*at [\w$.<>]+\(|Traceback \(most recent|File "[^"\n]{1,200}", line \d|Exception|\b[A-Z]\w{0,60}Error\b|panic:|SIGSEGV|segfault|stack ?trace/im,
  ],
  ["image", /!\[|\.png|\.jpe?g|\.gif|<img/i],
  ["address", /https?:\/\//],
  ["checkbox", /^[ \t]*[-*] \[[ xX]\]/m],
  ["version", /\bv?\d{1,6}\.\d{1,6}\.\d/],
  ["table", /^[ \t]*\|[^\n]*\|/m],
  ["numbered", /^[ \t]*(?:\d{1,3}[.)]|#) /m],
  ["bullets", /^[ \t]*[-*] /m],
];

/** Quoted code, template comments and addresses are other people's words. */
const notProse: readonly RegExp[] = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /```[\s\S]*?(?:```|$)/g,
  /\{(code|noformat)[^}\n]{0,80}\}[\s\S]*?(?:\{\1\}|$)/g,
  /https?:\/\/\S+/g,
];

const heading =
  /^[ \t]*(?:#{1,6}[ \t]+|h[1-6]\.[ \t]*|\*\*?|__)?([A-Za-z][^\n\r:*#]{2,60}?)[:?*_ ]*$/gm;

function headingsOf(text: string): string[] {
  const headings: string[] = [];
  for (const match of text.matchAll(heading)) {
    const words = (match[1] ?? "")
      .toLowerCase()
      .replace(/[^a-z]+/g, " ")
      .trim();
    if (words && words.split(" ").length <= 8) headings.push(words);
    if (headings.length === mostHeadings) break;
  }
  return headings;
}

/** Blanks what is not prose, so that every word keeps its place. Time is bounded for any text. */
export function readBody(body: string): BodyReading {
  const start = body.slice(0, readLength).replaceAll("\r", " ");
  const found = marks.filter(([, pattern]) => pattern.test(start)).map(([name]) => name);
  let prose = start;
  for (const pattern of notProse) {
    prose = prose.replace(pattern, (text) => " ".repeat(text.length));
  }
  return { prose, marks: found, headings: headingsOf(prose) };
}
