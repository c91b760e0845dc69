import type { Suggestion } from "@/lib/domain/classification";

/**
 * A model over title and body, asked where nothing else decides. Pure, and the same on every
 * machine. `confidence` is the calibrated probability of the category it names, and its evidence
 * the words that decided (`field: "text"`); null where it has nothing to say of a text.
 */
export type TextModel = {
  classify(item: { title: string; body: string | null }): Suggestion | null;
};
