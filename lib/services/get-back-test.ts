import type { BackTestAnswer, GetBackTest } from "@/lib/contracts/forecast";
import { checkedHorizons, weeksDrawnFrom } from "@/lib/domain/forecast";
import { type BackTest, backTest } from "@/lib/forecast/back-test";
import { ofLines } from "@/lib/forecast/of-lines";
import { tooLittle } from "@/lib/forecast/too-little";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { readHistory } from "./read-history";
import { withoutStalling } from "./without-stalling";

/** A tenth of a forecast's: there is one for every week. */
const runs = 1_000;

const method =
  "At the end of every whole week of the past the forecast is made from what came before it alone, and compared with what was open 4, 8 and 13 weeks later. Categories are what they are now, in the past too.";

/**
 * How often the product's own forecasts would have held what came true. Errors: `not_found`;
 * `invalid_request` naming an unknown team.
 */
export async function getBackTest({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetBackTest };
}): Promise<BackTestAnswer> {
  const found = await requireProductAndVersion(ctx, input.productId, "read");
  const { history, reads, key } = await readHistory(ctx, found, input.query);
  const [tested] = await reads("back-test", { ...key, runs }, async () => [
    await withoutStalling(backTest(history, { runs })),
  ]);
  const { forecasts, withheld, cells } = tested ?? { forecasts: 0, withheld: 0, cells: [] };
  const [first, last] = [history.at(0), history.at(-1)];
  return {
    timeZone: found.product.timeZone,
    method,
    days: first && last ? { from: first.start, to: last.end } : null,
    forecasts,
    withheld,
    horizons: forecasts > 0 ? horizonsOf(cells) : null,
    reason: forecasts > 0 ? null : (tooLittle(history.slice(-weeksDrawnFrom)) ?? notYet),
  };
}

const notYet = `No forecast of the past has come true yet: that takes ${checkedHorizons[0]} weeks more.`;

function horizonsOf(cells: BackTest["cells"]): BackTestAnswer["horizons"] {
  return checkedHorizons.map((weeks) => ({
    weeks,
    lines: ofLines((line) => {
      const found = cells.find((cell) => cell.weeks === weeks && cell.line === line);
      const { cases, inside, below, above, claimed } = found ?? noCases;
      return { cases, inside, below, above, claimed: cases > 0 ? claimed : null };
    }),
  }));
}

const noCases = { cases: 0, inside: 0, below: 0, above: 0, claimed: 0 };
