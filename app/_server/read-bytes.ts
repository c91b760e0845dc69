import { AppError } from "@/lib/errors";

/** A tracker's largest issue, its text and its change, fits several times. */
const mostBytes = 4 * 1024 * 1024;

/** A body as it was sent, never more of it than is accepted. Errors: `invalid_request`. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError("invalid_request", "The body is larger than 4 MiB.");
}
