import { instantsOf, storableInstant } from "@/lib/balance/calendar";

/** The instant of a question about the past: itself, or the last one of a day in the time zone. */
export function knownInstant(asKnownAt: string | undefined, timeZone: string): Date | undefined {
  if (asKnownAt === undefined) return undefined;
  if (asKnownAt.includes("T")) return storableInstant(new Date(asKnownAt));
  const { endsAt } = instantsOf({ from: asKnownAt, to: asKnownAt }, timeZone);
  return storableInstant(new Date(endsAt.getTime() - 1));
}
