import {
  type inferParserType,
  parseAsBoolean,
  parseAsFloat,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { balanceCategories } from "@/lib/domain/category";

const category = parseAsStringLiteral(balanceCategories);

/** Which corrected items stand behind the number that was clicked, as the address carries it. */
export const judgedParameters = {
  /** Whether any are asked for: all of them have no other part. */
  items: parseAsBoolean,
  said: category,
  corrected: category,
  right: parseAsBoolean,
  from: parseAsFloat,
  to: parseAsFloat,
  month: parseAsString,
};
export type JudgedSelection = inferParserType<typeof judgedParameters>;

const all: JudgedSelection = {
  ...{ items: true, said: null, corrected: null, right: null },
  ...{ from: null, to: null, month: null },
};

/** The items that all of `part` is true of. */
export function selectionOf(part: Partial<JudgedSelection>): JudgedSelection {
  return { ...all, ...part };
}
