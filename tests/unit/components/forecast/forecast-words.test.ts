import { expect, test } from "vitest";
import {
  actualWords,
  backTestSentence,
  dividedWords,
  drawnWords,
  forecastSentence,
  rangeWords,
} from "@/components/forecast/forecast-words";
import type { BackTestAnswer, Forecast } from "@/lib/contracts/forecast";
import { checkedHorizons } from "@/lib/domain/forecast";
import { noCounts } from "@/lib/forecast/history-week";
import { ofLines } from "@/lib/forecast/of-lines";

const week = {
  ...{ start: "2026-02-23", end: "2026-03-01", dropped: noCounts(), open: noCounts() },
  arrivals: { ...noCounts(), feature: 4 },
  completions: { ...noCounts(), feature: 3, tech_debt: 1, unclassified: 9 },
};

function answer(
  steady: { week: number | null; chance: number },
  change: Partial<Forecast> = {},
): Forecast {
  const stock = ofLines(() => ({ p10: 68, p50: 73, p90: 79 }));
  const ahead = { start: "2026-03-02", end: "2026-03-08", stock };
  return {
    ...{ timeZone: "UTC", shares: null, method: "", runs: 10_000, history: [week], reason: null },
    start: { day: "2026-03-01", open: ofLines(() => 70) },
    forecast: {
      weeks: Array.from({ length: 13 }, () => ahead),
      ...{ steadyFrom: steady, steady: ofLines(() => steady) },
    },
    ...change,
  };
}

test("the sentence says when debt stops growing, under which shares, and in how many runs", () => {
  const shares = { feature: 60, upkeep: 40 };
  expect(forecastSentence(answer({ week: 9, chance: 0.789 }, { shares }), "tech_debt", "en")).toBe(
    "At 60% new features, 40% upkeep, open tech debt stops growing by week 9 in 7 of 10 runs.",
  );
  expect(forecastSentence(answer({ week: 1, chance: 1 }), "together", "en")).toBe(
    "With the work divided as it was, the open stock does not grow in 10 of 10 runs.",
  );
  expect(forecastSentence(answer({ week: null, chance: 0.3 }), "feature", "en")).toBe(
    "With the work divided as it was, open feature goes on growing through these 13 weeks in 7 of 10 runs.",
  );
  expect(
    forecastSentence(answer({ week: null, chance: 0 }, { forecast: null }), "feature", "en"),
  ).toBeNull();
});

test("what is nothing and stays so is no stock that grows", () => {
  const steady = { week: 1, chance: 1 };
  const none = answer(steady, { start: { day: "2026-03-01", open: ofLines(() => 0) } });
  const weeks = none.forecast?.weeks.map((one) => ({
    ...{ ...one, stock: ofLines(() => ({ p10: 0, p50: 0, p90: 0 })) },
  }));
  const forecast = none.forecast && weeks ? { ...none.forecast, weeks } : null;
  expect(forecastSentence({ ...none, forecast }, "rewrite", "en")).toMatch(
    /open rewrite stays at nothing\.$/,
  );
});

test("shares, ranges and what they rest on are said in few words", () => {
  const four = { feature: 60, maintenance: 20, rewrite: 10, tech_debt: 10 };
  expect(dividedWords(four, "en")).toBe(
    "60% new features, 20% maintenance, 10% rewrite, 10% tech debt",
  );
  expect(rangeWords({ p10: 68, p50: 1073, p90: 1079 }, "en")).toBe("1,073 (68–1,079)");
  const some = answer({ week: 1, chance: 1 });
  expect(drawnWords(some, "en-GB")).toBe("Drawn from the 1 whole week up to 1 Mar 2026.");
  // Three of the four that are classified.
  expect(actualWords(some, "en")).toBe("75% new features in the last 1 weeks");
  expect(actualWords({ history: [] }, "en")).toBe("Nothing was completed in the last year.");
});

test("the check against the past says how often, and when the band is not what it promises", () => {
  const check = (inside: number) => ({
    ...{ cases: 100, inside, below: 100 - inside, above: 0, claimed: 0.82 },
  });
  const tested = (shares: number[]): BackTestAnswer => ({
    ...{ timeZone: "UTC", method: "", days: null, forecasts: 100, withheld: 25, reason: null },
    horizons: checkedHorizons.map((weeks, index) => ({
      ...{ weeks, lines: ofLines(() => check(shares[index] ?? 0)) },
    })),
  });
  expect(backTestSentence(tested([83, 80, 77]), "en")).toBe(
    "83% of 100 forecasts held what was open of all categories together 4 weeks later, 80% after 8, 77% after 13. That is about the 80% that the band promises.",
  );
  expect(backTestSentence(tested([83, 80, 74]), "en")).toMatch(
    /narrower than they should be here\.$/,
  );
  expect(backTestSentence(tested([95, 91, 80]), "en")).toMatch(
    /wider than they need to be here\.$/,
  );
  expect(backTestSentence({ ...tested([]), horizons: null }, "en")).toBeNull();
});
