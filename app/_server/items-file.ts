import type { Item } from "@/lib/contracts/items";
import { csvHeader, csvLine } from "@/lib/contracts/items-csv";
import { fileHeaders } from "./file-headers";

type Format = "csv" | "ndjson";

/** How rows stand in a spreadsheet. */
type CsvLines<Row> = { header: string; line: (row: Row) => string };

/** Items as a file that streams. */
export function itemsFile(format: Format, batches: AsyncIterable<Item[]>): Response {
  return streamedFile("items", format, batches, { header: csvHeader, line: csvLine });
}

/** Rows as a file that streams: the whole set never stands in memory. */
export function streamedFile<Row>(
  name: string,
  format: Format,
  batches: AsyncIterable<Row[]>,
  csv: CsvLines<Row>,
): Response {
  const headers = fileHeaders(`${name}.${format}`, format);
  return new Response(streamOf(lines(format, batches, csv), batches), { headers });
}

async function* lines<Row>(format: Format, batches: AsyncIterable<Row[]>, csv: CsvLines<Row>) {
  const encoder = new TextEncoder();
  const line = format === "csv" ? csv.line : (row: Row) => `${JSON.stringify(row)}\n`;
  if (format === "csv") yield encoder.encode(csv.header);
  for await (const rows of batches) yield encoder.encode(rows.map(line).join(""));
}

/** A stream that asks for the next batch only when the reader has room, and stops when it leaves. */
function streamOf(
  chunks: AsyncGenerator<Uint8Array>,
  source: AsyncIterable<unknown>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
      // Lines of which none was asked for have not begun with their source, and do not end it.
      await source[Symbol.asyncIterator]().return?.();
    },
  });
}
