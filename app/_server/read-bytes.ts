import { AppError } from "@/lib/errors";

const mebibyte = 1024 * 1024;

/**
 * A body as it was sent, never more of it than is accepted, whatever its headers say.
 * Errors: `invalid_request`.
 */
export async function readBytes(request: Request, mostMebibytes: number): Promise<Uint8Array> {
  const mostBytes = mostMebibytes * mebibyte;
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge(mostMebibytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    // Leaving the loop lets go of the rest: it is neither read nor kept.
    if (size > mostBytes) throw tooLarge(mostMebibytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same as text. Errors: `invalid_request` also where it is not UTF-8. */
export async function readText(request: Request, mostMebibytes: number): Promise<string> {
  const bytes = await readBytes(request, mostMebibytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid_request", "The body is not UTF-8.", { cause });
  }
}

function tooLarge(mostMebibytes: number): AppError {
  return new AppError("invalid_request", `The body is larger than ${mostMebibytes} MiB.`);
}
