import { createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { readSharesText, sharesText } from "@/lib/agreements/shares-text";
import type { AgreedShares } from "@/lib/domain/agreement";
import { forecastLines, usualWeeksAhead } from "@/lib/domain/forecast";

/** Shares in the URL, as the API takes them; what does not add up to 100 is ignored. */
const parseAsShares = createParser<AgreedShares>({
  parse: (text) => {
    const read = readSharesText(text) ?? {};
    const parts = Object.values(read);
    const sum = parts.reduce((all, part) => all + part, 0);
    if (Math.abs(sum - 100) > 1e-6) return null;
    const { feature, upkeep, maintenance, rewrite, tech_debt } = read;
    if (feature === undefined) return null;
    if (upkeep !== undefined) return parts.length === 2 ? { feature, upkeep } : null;
    if (maintenance === undefined || rewrite === undefined || tech_debt === undefined) return null;
    return parts.length === 4 ? { feature, maintenance, rewrite, tech_debt } : null;
  },
  serialize: sharesText,
  eq: (one, other) => sharesText(one) === sharesText(other),
});

/** Everything the page shows is named by its URL. */
export const forecastParameters = {
  /** The reader's own what if; absent before anything was moved. */
  shares: parseAsShares,
  weeks: parseAsInteger.withDefault(usualWeeksAhead),
  line: parseAsStringLiteral(forecastLines).withDefault("tech_debt"),
};
