import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headline } from "@/components/balance/headline";
import type { Period } from "@/components/balance/period";
import type { Balance } from "@/lib/contracts/balance";
import { balanceOf, figuresOf } from "./sample-balance";

const say = (
  change: Partial<Balance>,
  rest: { period?: Period; filtered?: boolean; known?: string; arriving?: boolean } = {},
) =>
  headline({
    balance: balanceOf(change),
    period: "12w",
    filtered: false,
    locale: "en-GB",
    known: null,
    ...rest,
  });

const usual = figuresOf({
  feature: 65,
  maintenance: 30,
  rewrite: 5,
  tech_debt: 6,
  unclassified: 14,
});

describe("the headline", () => {
  it("names the period, both sides of the balance and what is unclassified", () => {
    expect(say({ totals: usual })).toBe(
      "Last 12 weeks: 61% new features, 39% upkeep; 14 of 120 items unclassified.",
    );
  });

  it("does not call what is still on its way nothing", () => {
    expect(say({}, { arriving: true })).toBe(
      "Last 12 weeks: nothing yet, the items are on their way.",
    );
    expect(say({})).toBe("Last 12 weeks: nothing was delivered.");
    expect(say({ totals: usual }, { arriving: true })).toBe(say({ totals: usual }));
  });

  it("says so where everything is classified", () => {
    expect(say({ totals: figuresOf({ feature: 1, maintenance: 3 }) })).toBe(
      "Last 12 weeks: 25% new features, 75% upkeep; all 4 items classified.",
    );
  });

  it("gives no share where nothing was delivered, opened or is open", () => {
    expect(say({})).toBe("Last 12 weeks: nothing was delivered.");
    expect(say({ measure: "opened" })).toBe("Opened in the last 12 weeks: nothing was opened.");
    expect(say({ measure: "open" })).toBe("Open on 22 Nov 2026: nothing is open.");
  });

  it("gives no share where only unclassified items are there", () => {
    expect(say({ totals: figuresOf({ unclassified: 14 }) })).toBe(
      "Last 12 weeks: no share can be given; none of the 14 items is classified.",
    );
  });

  it("gives no share where every item is excluded", () => {
    expect(say({ totals: figuresOf({}, { excluded: 5 }) })).toBe(
      "Last 12 weeks: no share can be given; all 5 delivered items are excluded.",
    );
  });

  it("speaks of a single item as of one", () => {
    expect(say({ totals: figuresOf({ feature: 1 }) })).toMatch(/; the one item classified\.$/);
    expect(say({ totals: figuresOf({ unclassified: 1 }) })).toMatch(
      /; the one item is unclassified\.$/,
    );
    expect(say({ totals: figuresOf({}, { excluded: 1 }) })).toMatch(
      /; the one delivered item is excluded\.$/,
    );
  });

  it("gives no share of points where nothing has an estimate", () => {
    expect(say({ unit: "points", totals: figuresOf({}, { unestimated: 20 }) })).toBe(
      "Last 12 weeks: no share can be given; 20 items without an estimate.",
    );
  });

  it("says what is measured where that is not what was delivered", () => {
    expect(say({ measure: "opened", totals: usual })).toMatch(/^Opened in the last 12 weeks: 61%/);
    expect(say({ measure: "open", totals: usual })).toMatch(/^Open on 22 Nov 2026: 61%/);
  });

  it("says between what shares the truth lies while items are contested", () => {
    const contested = (maintenance: number) =>
      figuresOf({ feature: 60, maintenance: 40 }, { contested: { maintenance } });
    expect(say({ totals: contested(7) })).toBe(
      "Last 12 weeks: between 60% and 67% new features while 7 items are contested; all 100 items classified.",
    );
    expect(say({ totals: contested(1) })).toContain("while 1 item is contested");
    expect(say({ totals: contested(0) })).toContain("60% new features, 40% upkeep");
  });

  it("holds the band when it rounds its ends", () => {
    const totals = figuresOf({ feature: 617, maintenance: 383 }, { contested: { maintenance: 4 } });
    expect(say({ totals })).toContain("between 61% and 63% new features");
  });

  it("names its days, and the day whose knowledge it is, in a view of the past", () => {
    expect(say({ totals: usual }, { known: "22 Nov 2026" })).toMatch(
      /^31 Aug – 22 Nov 2026, as known on 22 Nov 2026: 61% new features/,
    );
  });

  it("names the days themselves where the period is the whole history or chosen days", () => {
    const opened = say({ totals: usual, measure: "opened" }, { period: "all" });
    expect(opened).toMatch(/^Opened since 31 Aug 2026: 61%/);
    expect(say({ totals: usual }, { period: "all" })).toMatch(/^Since 31 Aug 2026: 61%/);
    expect(say({ totals: usual }, { period: "custom" })).toMatch(/^31 Aug\s?–\s?22 Nov 2026: 61%/);
  });

  it("claims no beginning where the whole history is still empty", () => {
    expect(say({ from: "2008-01-01" }, { period: "all" })).toBe("So far: nothing was delivered.");
  });

  it("says that filters are in force", () => {
    expect(say({ totals: usual }, { filtered: true })).toContain("among the items that match");
  });

  it("never rounds a side away: 0% and 100% are only said of none and all", () => {
    expect(say({ totals: figuresOf({ feature: 999, maintenance: 1 }) })).toContain(
      ">99% new features, <1% upkeep",
    );
    expect(say({ totals: figuresOf({ feature: 1, maintenance: 999 }) })).toContain(
      "<1% new features, >99% upkeep",
    );
    expect(say({ totals: figuresOf({ feature: 3 }) })).toContain("100% new features, 0% upkeep");
  });

  it("rounds a half once: the other side is what is left of 100", () => {
    expect(say({ totals: figuresOf({ feature: 1, maintenance: 7 }) })).toContain(
      "13% new features, 87% upkeep",
    );
    expect(say({ totals: figuresOf({ feature: 57, maintenance: 143 }) })).toContain(
      "29% new features, 71% upkeep",
    );
  });

  it("lets the two sides read as 100% together, whatever the counts", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (feature, maintenance) => {
        fc.pre(feature + maintenance > 0);
        const text = say({ totals: figuresOf({ feature, maintenance }) });
        const [, ours, theirs] = /: (.+) new features, (.+) upkeep/.exec(text) ?? [];
        const pair = `${ours} ${theirs}`;
        if (pair.includes("<")) expect(["<1% >99%", ">99% <1%"]).toContain(pair);
        else expect(Number.parseInt(ours ?? "", 10) + Number.parseInt(theirs ?? "", 10)).toBe(100);
      }),
    );
  });
});
