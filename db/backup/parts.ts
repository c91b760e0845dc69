import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "@/lib/errors";
import { splitLines } from "./split-lines";

/** Hands a backup over, line by line. Errors: `unprocessable` where the file is none, or damaged. */
export async function readParts<T>(
  file: string,
  work: (lines: AsyncGenerator<string>) => Promise<T>,
): Promise<T> {
  const stored = createReadStream(file);
  // Whatever fails, whoever reads the text is told.
  const text = pipeline(stored, createGunzip(), () => undefined);
  const lines = splitLines(text);
  try {
    return await work(lines);
  } catch (error) {
    throw readable(error, file);
  } finally {
    await lines.return(undefined);
    text.destroy();
  }
}

/** What is wrong with the file is said; what is wrong with the database is thrown on. */
function readable(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EISDIR") {
    return new AppError("unprocessable", `${file} is a folder. Name the file of a backup.`);
  }
  if (code === "ENOENT") return new AppError("unprocessable", `There is no file ${file}.`);
  return code.startsWith("Z_") || code === "ERR_ENCODING_INVALID_ENCODED_DATA"
    ? broken(error)
    : error;
}

export function broken(cause?: unknown): AppError {
  const message = "The file is not a whole backup: it was cut off or changed. Nothing is restored.";
  return new AppError("unprocessable", message, { cause });
}

export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw broken(cause);
  }
}
