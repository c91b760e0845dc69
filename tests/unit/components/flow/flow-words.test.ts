import { describe, expect, it } from "vitest";
import {
  daysFigure,
  daysWords,
  flowSentence,
  isStill,
  leadTimeSentence,
  movingCategories,
  netWords,
  signedWords,
  spreadWords,
} from "@/components/flow/flow-words";
import type { LeadTimeCell } from "@/lib/domain/flow";
import { flowOf } from "./sample-flow";

const locale = "en-GB";

describe("the sentence of the flow", () => {
  it("says which way debt goes, and everything together, with the counts", () => {
    const flow = flowOf({
      opened: [
        [0, "tech_debt", 30],
        [2, "tech_debt", 4],
        [0, "feature", 10],
        [1, "excluded", 90],
      ],
      done: [
        [1, "tech_debt", 21],
        [1, "unclassified", 25],
      ],
    });
    expect(flowSentence(flow, locale)).toBe(
      "Tech debt grows (34 opened, 21 done); everything together shrinks (44 opened, 46 done).",
    );
    expect(movingCategories(flow.totals)).toEqual(["feature", "tech_debt", "unclassified"]);
  });

  it("is plain where there was no debt, or it stays as it is", () => {
    const none = flowOf({ opened: [[0, "feature", 1]] });
    expect(flowSentence(none, locale)).toBe(
      "No tech debt was opened or done; everything together grows (1 opened, 0 done).",
    );
    const level = flowOf({ opened: [[0, "tech_debt", 2]], done: [[1, "tech_debt", 2]] });
    expect(flowSentence(level, locale)).toMatch(/^Tech debt stays level \(2 opened, 2 done\)/);
  });

  it("counts points where it is in points", () => {
    const none = { ...flowOf({ opened: [[0, "feature", 8]] }), unit: "points" as const };
    expect(flowSentence(none, locale)).toBe(
      "No points of tech debt were opened or done; everything together grows (8 points opened, 0 done).",
    );
  });

  it("has signs for the table", () => {
    expect([5, -5, 0].map((net) => signedWords(net, locale))).toEqual(["+5", "−5", "0"]);
    expect([5, -5, 0].map(netWords)).toEqual(["grows", "shrinks", "stays level"]);
  });
});

describe("the sentence of lead times", () => {
  const cell = (category: LeadTimeCell["category"], medianDays: number): LeadTimeCell => ({
    ...{ bucket: null, category, items: 2, p85Days: 100 },
    medianDays,
  });

  it("gives half of the items of each category in which something was done", () => {
    const leadTimes = [cell("feature", 3.21), cell("tech_debt", 40.4), cell("excluded", 1)];
    expect(leadTimeSentence(flowOf({ leadTimes }), locale)).toBe(
      "From opened to done, half of the items took up to 3.2 days (Feature) and 40 days (Tech debt).",
    );
    expect(leadTimeSentence(flowOf({}), locale)).toBe("Nothing was done in this period.");
  });

  it("rounds days to what can be told apart, and never a little time to none", () => {
    const said = [0, 0.01, 0.96, 1.04, 3.25, 9.97, 1234.5].map((days) => daysWords(days, locale));
    expect(said).toEqual([
      ...["0 days", "<0.1 days", "1 day", "1 day", "3.3 days", "10 days", "1,235 days"],
    ]);
    expect([null, 0.01, 41.2].map((days) => daysFigure(days, locale))).toEqual(["–", "<0.1", "41"]);
    expect(daysWords(null, locale)).toBe("–");
    expect(spreadWords(cell("feature", 2), locale)).toBe("median 2 days, 85% within 100 days");
    const nothing = { items: 0, medianDays: null, p85Days: null };
    expect(spreadWords(nothing, locale)).toBe("nothing done");
  });
});

it("an empty flow is one in which nothing came, went or is open", () => {
  expect(isStill(flowOf({}))).toBe(true);
  expect(isStill(flowOf({ opened: [[0, "excluded", 3]] }))).toBe(true);
  expect(isStill(flowOf({ done: [[0, "unclassified", 1]] }))).toBe(false);
  const age = { items: 1, medianDays: 1, p85Days: 1, oldestDays: 1, oldestCreatedAt: new Date(0) };
  expect(isStill(flowOf({ ages: [{ category: "feature", ...age }] }))).toBe(false);
});
