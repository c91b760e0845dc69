import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { balanceQueryOf, presentOptions } from "@/components/balance/balance-query";
import { lastDay, offeredDay } from "@/components/balance/known-day";
import { knownSentence } from "@/components/balance/known-words";
import { balanceParameters } from "@/components/balance/view-parameters";
import { balanceOf, figuresOf } from "./sample-balance";

const here = { today: "2026-11-22", timeZone: "America/New_York", weekStart: "monday" } as const;
const viewOf = createLoader(balanceParameters);

describe("a view of the past", () => {
  it("ends with the day it knows, in the product's time zone, and never after today", () => {
    expect(lastDay(null, here)).toBe("2026-11-22");
    expect(lastDay("2026-03-03", here)).toBe("2026-03-03");
    expect(lastDay("2026-03-04T03:00:00Z", here)).toBe("2026-03-03");
    expect(lastDay("2027-01-01", here)).toBe("2026-11-22");
  });

  it("counts its period back from that day", () => {
    const query = balanceQueryOf(viewOf("?period=4w&asKnownAt=2026-03-03"), here);
    expect(query).toMatchObject({
      from: "2026-02-09",
      to: "2026-03-03",
      asKnownAt: "2026-03-03",
    });
    expect(balanceQueryOf(viewOf("?asKnownAt=some+day"), here)).not.toHaveProperty("asKnownAt");
  });

  it("is compared with what is known now of the very same days", () => {
    const query = balanceQueryOf(viewOf("?period=all&asKnownAt=2026-03-03"), here);
    const past = balanceOf({ from: "2025-06-01", to: "2026-03-03" });
    const { queryKey, enabled } = presentOptions("p1", query, past);
    expect(queryKey[1]).toMatchObject({ from: "2025-06-01", to: "2026-03-03" });
    expect(queryKey[1]).not.toHaveProperty("asKnownAt");
    expect(enabled).toBe(true);
    expect(presentOptions("p1", balanceQueryOf(viewOf(""), here), past).enabled).toBe(false);
  });

  it("is offered for yesterday, but not before the product was there", () => {
    expect(offeredDay({ createdAt: "2026-01-01T00:00:00Z" }, here)).toBe("2026-11-21");
    expect(offeredDay({ createdAt: "2026-11-22T12:00:00Z" }, here)).toBe("2026-11-22");
  });
});

describe("what changed since, in a sentence", () => {
  const say = (past: object, present: object) =>
    knownSentence({ totals: figuresOf(past) }, { totals: figuresOf(present) }, "en-GB");

  it("gives the share of now and the points between", () => {
    const past = { feature: 58, maintenance: 42 };
    expect(say(past, { feature: 61, maintenance: 39 })).toBe(
      "Known now for the same days: 61% new features, 3 points more than then.",
    );
    expect(say(past, { feature: 57, maintenance: 43 })).toMatch(
      /57% new features, 1 point less than then\.$/,
    );
  });

  it("says so where nothing changed, only what the share is of, or where there is no share", () => {
    const past = { feature: 5, maintenance: 5 };
    expect(say(past, past)).toBe("Nothing has changed since about these days.");
    expect(say(past, { feature: 6, rewrite: 6 })).toContain("as many as then, but other items");
    expect(say({ unclassified: 3 }, past)).toContain("no share could be given then");
    expect(say(past, { unclassified: 3 })).toBe("Now no share can be given for the same days.");
  });
});
