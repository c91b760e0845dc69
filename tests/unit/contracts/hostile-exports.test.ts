import { expect, test } from "vitest";
import { plainMarkdown } from "@/lib/agreements/inert-text";
import { markdown, mrkdwn } from "@/lib/agreements/message-text";
import { storableText } from "@/lib/connectors/storable-text";
import { csvRow } from "@/lib/contracts/csv";
import { csvHeader, csvLine } from "@/lib/contracts/items-csv";
import { hostileStrings } from "@/tests/setup/hostile-strings";
import { listedItem } from "@/tests/setup/listed-item";
import { readCsv } from "@/tests/unit/classify/read-csv";

test("the hostile strings are over two hundred, and all different", () => {
  expect(new Set(hostileStrings).size).toBe(hostileStrings.length);
  expect(hostileStrings.length).toBeGreaterThanOrEqual(200);
});

/** Every text of an item at once, as one line of the export under its header. */
function fileWith(text: string): string {
  const texts = { key: text, title: text, url: text, type: text, assignee: text, parentKey: text };
  const lists = { labels: [text, text], components: [text, text] };
  const item = listedItem({ id: "1", ...texts, ...lists, sprint: text, milestone: text });
  return csvHeader + csvLine(item);
}

/**
 * The cells that a spreadsheet sees, which separates by what its locale says and knows a quote only at
 * a cell's start: with another separator than ours it sees other cells than were meant.
 */
function cellsBy(separator: string, text: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (quoted && letter === '"') quoted = false;
    else if (quoted) cell += letter;
    else if (letter === '"' && cell === "") quoted = true;
    else if (letter === separator || letter === "\n" || letter === "\r") {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell];
}

/** Spreadsheets skip blanks and signs that cannot be seen, and read full-width signs as plain ones. */
function isRun(cell: string): boolean {
  const seen = cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, "").normalize("NFKC");
  return /^[=+\-@]/.test(seen) && !/^-?\d+(\.\d+)?$/.test(seen);
}

test.each([",", ";", "\t"])(
  "no hostile text is a formula where a spreadsheet separates by %j",
  (separator) => {
    const running = hostileStrings.filter((text) => cellsBy(separator, fileWith(text)).some(isRun));
    expect(running).toEqual([]);
  },
);

test("the check itself sees formulas, so that it would say so", () => {
  const bare = "a,b\r\n=1+1,x";
  expect(cellsBy(",", bare).some(isRun)).toBe(true);
  expect(cellsBy(";", "key,a;=1+1").some(isRun)).toBe(true);
  expect(cellsBy(",", '"a\n=1",-2').some(isRun)).toBe(false);
});

test("every hostile text is read back from its cell, but for the apostrophes before formulas", () => {
  for (const text of hostileStrings) {
    const [[cell = ""] = []] = readCsv(csvRow([text, "end"]));
    const without = (value: string) => value.replaceAll("'", "");
    expect(without(cell)).toBe(without(text));
  }
});

test("in digests and messages every hostile text is one line without markup, mention or link", () => {
  for (const text of hostileStrings.map(storableText)) {
    for (const written of [plainMarkdown(text), markdown.text(text), mrkdwn.text(text)]) {
      expect(written).not.toMatch(/[\r\n\u2028\u2029\p{Bidi_Control}]/u);
      expect(written).not.toMatch(/@(everyone|channel)|:\/\/|(^|[^\\])<[!@]/);
    }
    expect(markdown.text(text)).not.toMatch(/(^|[^\\])(\\\\)*[`*_{}[\]<>#|]/);
    expect(mrkdwn.text(text)).not.toMatch(/[<>`*~]/);
  }
});

test("as JSON every hostile text comes back as it was", () => {
  for (const text of hostileStrings) {
    const item = listedItem({ id: "1", title: text, labels: [text] });
    expect(JSON.parse(JSON.stringify(item))).toEqual(item);
  }
});
