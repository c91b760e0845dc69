import type { Resolution } from "@/lib/domain/work-item";

/** What an ending counts as, as the choices name it. */
export const endingWords: Record<Resolution, string> = {
  completed: "Delivered",
  not_planned: "Not planned",
  duplicate: "Duplicate",
};

/** The choice that goes back to what is known of the word without anybody's saying. */
export function defaultWords(meaning: Resolution | null): string {
  return meaning === null
    ? "Not known: counts as delivered"
    : `By itself: ${endingWords[meaning].toLowerCase()}`;
}
