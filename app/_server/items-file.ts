import type { Item } from "@/lib/contracts/items";
import { csvHeader, csvLine } from "@/lib/contracts/items-csv";
import { fileHeaders } from "./file-headers";

/** Items as a file that streams: the whole set never stands in memory. */
export function itemsFile(format: "csv" | "ndjson", batches: AsyncIterable<Item[]>): Response {
  const type = format === "csv" ? "text/csv" : "application/x-ndjson";
  const headers = fileHeaders(`items.${format}`, type);
  return new Response(streamOf(lines(format, batches), batches), { headers });
}

async function* lines(format: "csv" | "ndjson", batches: AsyncIterable<Item[]>) {
  const encoder = new TextEncoder();
  const line = format === "csv" ? csvLine : (item: Item) => `${JSON.stringify(item)}\n`;
  if (format === "csv") yield encoder.encode(csvHeader);
  for await (const items of batches) yield encoder.encode(items.map(line).join(""));
}

/** A stream that asks for the next batch only when the reader has room, and stops when it leaves. */
function streamOf(
  chunks: AsyncGenerator<Uint8Array>,
  source: AsyncIterable<Item[]>,
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
