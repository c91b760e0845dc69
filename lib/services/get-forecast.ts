import type { Forecast, GetForecast } from "@/lib/contracts/forecast";
import { chartedCategories } from "@/lib/domain/category";
import { weeksDrawnFrom } from "@/lib/domain/forecast";
import { forecast } from "@/lib/forecast/forecast";
import { ofLines } from "@/lib/forecast/of-lines";
import { steadyFrom } from "@/lib/forecast/steady-from";
import { tooLittle } from "@/lib/forecast/too-little";
import { weeksAhead } from "@/lib/forecast/weeks-ahead";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { readHistory } from "./read-history";
import { withoutStalling } from "./without-stalling";

const runs = 10_000;

/**
 * The open stock of each category over the next weeks, from the product's own last year. The same
 * question about the same data is answered with the same figures. Errors: `not_found`;
 * `invalid_request` naming an unknown team.
 */
export async function getForecast({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetForecast };
}): Promise<Forecast> {
  const found = await requireProductAndVersion(ctx, input.productId, "read");
  const { shares = null, weeks, ...whose } = input.query;
  const { history, reads, key } = await readHistory(ctx, found, whose);
  const window = history.slice(-weeksDrawnFrom);
  const question = { shares, weeks, runs };
  const cells = await reads("forecast", { ...key, ...question }, () =>
    withoutStalling(forecast({ window, ...question })),
  );
  const last = window.at(-1);
  const steady = ofLines((line) => steadyFrom(cells, line));
  const isTold = last !== undefined && cells.length > 0;
  return {
    timeZone: found.product.timeZone,
    shares,
    method,
    runs,
    history: window,
    start: last ? { day: last.end, open: withTogether(last.open) } : null,
    forecast: isTold
      ? { weeks: weeksAhead(cells, last.end), steadyFrom: steady.tech_debt, steady }
      : null,
    reason: tooLittle(window),
  };
}

const method = [
  "Each run goes through the weeks ahead by repeating whole weeks of the last year, drawn at random:",
  "what came in, what was completed and what was dropped in them, as they went together.",
  "A week that a run has drawn becomes likelier in it, because a year tells the usual pace only roughly.",
  "Completions are divided as they were, or by the shares asked for; what a category has nothing open",
  "for goes on to the others. The last year is repeated: a new team or a release is not foreseen.",
].join(" ");

function withTogether(open: Omit<NonNullable<Forecast["start"]>["open"], "together">) {
  return { ...open, together: chartedCategories.reduce((sum, one) => sum + open[one], 0) };
}
