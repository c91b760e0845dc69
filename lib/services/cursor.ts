import { z } from "zod";
import { AppError } from "@/lib/errors";

const cursorSchema = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });
export type Cursor = z.infer<typeof cursorSchema>;

/** An opaque place in a list ordered by creation and id. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Errors: `invalid_request` naming `cursor` where it is none of ours. */
export function readCursor(text: string | undefined): Cursor | null {
  return readCursorOf(cursorSchema, text);
}

/** An opaque place in a list of another order. */
export function writeCursorOf<T extends z.ZodObject>(_schema: T, cursor: z.output<T>): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Errors: `invalid_request` naming `cursor` where it is none of this list's. */
export function readCursorOf<T extends z.ZodObject>(
  schema: T,
  text: string | undefined,
): z.output<T> | null {
  if (text === undefined) return null;
  const parsed = schema.safeParse(decoded(text));
  if (parsed.success) return parsed.data;
  const message = "This cursor is not one that a list has given.";
  throw new AppError("invalid_request", message, { fields: { cursor: message } });
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
