import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import {
  answeredQuery,
  balanceQueryOf,
  earlierOptions,
  stockQueryOf,
} from "@/components/balance/balance-query";
import { bucketName } from "@/components/balance/bucket-words";
import { headline } from "@/components/balance/headline";
import { headlineNotes } from "@/components/balance/notes";
import { selectionOf, unestimatedSelection } from "@/components/balance/selection";
import { balanceParameters } from "@/components/balance/view-parameters";
import { moversQueryOf } from "@/components/movers/movers-query";
import { noSprint } from "@/lib/domain/sprint";
import { balanceOf, bucketOf, figuresOf } from "./sample-balance";

const viewOf = createLoader(balanceParameters);
const here = { timeZone: "Europe/Berlin", today: "2026-11-22", weekStart: "monday" } as const;
const words = { locale: "en-GB" } as const;

describe("a balance in days of effort", () => {
  const totals = figuresOf({ feature: 3.25, tech_debt: 9.5 }, { unestimated: 4 });
  const balance = balanceOf({ unit: "effort_days", totals });

  it("names its unit, and the items that add none of it", () => {
    const said = { balance, period: "12w", filtered: false, known: null } as const;
    expect(headline({ ...said, ...words })).toContain("all 12.8 effort days classified");
    expect(headlineNotes(balance, here.today, "en-GB")).toEqual([
      "4 items never in progress add no effort days.",
    ]);
    const { clicked, query } = unestimatedSelection(balance, {}, "en-GB");
    expect(clicked).toBe("4 items never in progress");
    expect(query).toMatchObject({ measured: "no", doneFrom: balance.from });
  });

  it("stands beside a stock of items, since what is open has no effort yet", () => {
    const query = balanceQueryOf(viewOf("?unit=effort_days"), here);
    expect(query.unit).toBe("effort_days");
    expect(stockQueryOf(query)).toMatchObject({ measure: "open", unit: "items" });
    expect(stockQueryOf({ ...query, unit: "points" })).toMatchObject({ unit: "points" });
  });
});

describe("a balance by sprint", () => {
  const view = viewOf("?bucket=sprint&board=12");
  const between = { ...bucketOf("2026-11-14", "2026-11-15", {}), name: noSprint };
  const running = bucketOf("2026-11-16", "2026-11-22", { feature: 12 }, { complete: false });
  const buckets = [between, { ...running, name: "Checkout 7" }];
  const totals = figuresOf({ feature: 12 });
  const balance = balanceOf({ bucket: "sprint", board: "12", buckets, totals });

  it("calls its buckets by name and days, and says that the last sprint is not over", () => {
    expect(buckets.map((bucket) => bucketName(bucket, "sprint", "en-GB"))).toEqual([
      "No sprint, 14 – 15 Nov 2026",
      "Checkout 7, 16 – 22 Nov 2026",
    ]);
    expect(headlineNotes(balance, here.today, "en-GB")).toEqual([
      "The last sprint is not over yet.",
    ]);
    const cut = { ...between, complete: false };
    const before = balanceOf({ bucket: "sprint", buckets: [cut, ...buckets], totals });
    expect(headlineNotes(before, here.today, "en-GB")).toHaveLength(1);
    const { title, query } = selectionOf(balance, { bucket: running, category: null }, {}, words);
    expect(title).toContain("Checkout 7, 16 – 22 Nov 2026");
    expect(query).toMatchObject({ doneFrom: "2026-11-16", doneTo: "2026-11-22" });
    expect(query).not.toHaveProperty("board");
  });

  it("asks for one board where one is chosen, and only then", () => {
    expect(balanceQueryOf(view, here)).toMatchObject({ bucket: "sprint", board: "12" });
    expect(balanceQueryOf(viewOf("?bucket=week&board=12"), here)).not.toHaveProperty("board");
    expect(answeredQuery(balance, view)).toMatchObject({ bucket: "sprint", board: "12" });
    expect(moversQueryOf(balance, view)).not.toHaveProperty("board");
  });

  it("is compared with earlier days whatever their sprints are", () => {
    const [, asked] = earlierOptions("p1", balance, view).queryKey;
    expect(asked).toMatchObject({ bucket: "month" });
    expect(asked).not.toHaveProperty("board");
  });
});
