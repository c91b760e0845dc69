import type { Suggestion } from "@/lib/domain/classification";

/**
 * A model over title and body, asked where nothing else decides. Pure, and the same on every
 * machine. `confidence` is the calibrated probability of the category it names; its evidence is the
 * words that decided (`text`), and what they would have without corrections (`correction`). Null
 * where it has nothing to say of a text.
 */
export type Suggester = {
  classify(item: { title: string; body: string | null }): Suggestion | null;
};
