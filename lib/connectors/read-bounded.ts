import { UpstreamError } from "@/lib/errors";

/** Reads a body to its end, decoded; one that grows past `maxBytes` is refused and let go. */
export async function readBounded(
  body: AsyncIterable<unknown> | null,
  maxBytes: number,
  host: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("A body is made of bytes.");
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new UpstreamError("malformed", `An answer of ${host} is too large to be right.`);
    }
    chunks.push(chunk);
  }
  return joined(chunks, length);
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
