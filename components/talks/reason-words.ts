import { formatDay } from "@/components/ui/format";
import type { Trigger } from "@/lib/contracts/triggers";

/** `says` is missing in digests that were made before there was one. */
export type Reason = Pick<Trigger, "sentence"> & Partial<Pick<Trigger, "says">>;

/** The reason in a sentence, with its days as the reader writes them. */
export function reasonWords({ sentence, says }: Reason, locale: string): string {
  if (says === undefined) return sentence;
  return says
    .map((part) => (typeof part === "string" ? part : formatDay(part.day, locale)))
    .join("");
}
