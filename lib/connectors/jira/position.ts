import { z } from "zod";
import { UpstreamError } from "@/lib/errors";

const withinSchema = z.union([
  z.strictObject({ token: z.string() }),
  /** `lastId` is the record before this row: it tells whether rows have moved since. */
  z.strictObject({ startAt: z.int().positive(), lastId: z.string() }),
]);

const positionSchema = z.strictObject({
  /** Everything created before it has been read. */
  createdFrom: z.iso.datetime().nullable(),
  /** How far the reading from there has come, where a page did not get past its first minute. */
  within: withinSchema.nullable(),
});
export type Position = z.infer<typeof positionSchema>;

export const firstPosition: Position = { createdFrom: null, within: null };

/** A checkpoint is a position: the instants of a walk mean the same in any process and on any day. */
export function encodePosition(position: Position): string {
  return JSON.stringify(position);
}

/** Rejects what is not ours with `cursor_expired`. */
export function decodePosition(checkpoint: string): Position {
  const parsed = positionSchema.safeParse(jsonOf(checkpoint));
  if (parsed.success) return parsed.data;
  throw new UpstreamError(
    "cursor_expired",
    "The point the last walk had reached does not belong to this connection. Start a full sync.",
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
