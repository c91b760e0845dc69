import { describe, expect, it } from "vitest";
import { partBalance, partScope } from "@/components/split/split-part";
import { partShareWords, splitNotes, splitSentence } from "@/components/split/split-words";
import type { BalanceSplit, SplitPart } from "@/lib/contracts/balance-split";
import { balanceOf, bucketOf, figuresOf } from "../balance/sample-balance";

function part(id: string, counts: Parameters<typeof figuresOf>[0]): SplitPart {
  const buckets = [bucketOf("2026-11-16", "2026-11-22", counts)];
  return { id, name: `team ${id}`, buckets, totals: figuresOf(counts) };
}

function splitOf(parts: SplitPart[], change: Partial<BalanceSplit> = {}): BalanceSplit {
  const { targets: _, drift: __, buckets: ___, ...asked } = balanceOf();
  return { ...asked, by: "team", overlapping: true, parts, others: [], ...change };
}

const web = part("web", { feature: 8, maintenance: 2 });
const api = part("api", { feature: 1, rewrite: 2, unclassified: 4 });
const idle = part("idle", {});

describe("parts side by side, in words", () => {
  const say = (parts: SplitPart[], change = {}) => splitSentence(splitOf(parts, change), "en-GB");

  it("names the largest and the smallest share with the counts behind them", () => {
    expect(say([web, idle, api])).toBe(
      "Most new features: team web, 80% of 10 items. Fewest: team api, 33% of 3 items.",
    );
    expect(say([web, api], { unit: "points" })).toContain("80% of 10 points");
    expect(say([web, api], { unit: "effort_days" })).toContain("80% of 10 effort days");
  });

  it("names none where all have the same share", () => {
    const twin = part("twin", { feature: 4, maintenance: 1 });
    expect(say([web, twin, idle])).toBe("80% new features in each of the 2 teams with a share.");
  });

  it("gives no share that is not there", () => {
    expect(say([web, idle])).toBe(
      "New features: team web, 80% of 10 items; no share can be given for any other.",
    );
    expect(say([web])).toBe("New features: team web, 80% of 10 items.");
    expect(say([idle])).toBe("No share can be given for any of the teams.");
    expect(say([], { by: "source" })).toBe("There is no source to divide the balance by.");
    expect(partShareWords(idle, "en-GB")).toBe("nothing in this period");
    expect(partShareWords(part("new", { unclassified: 2 }), "en-GB")).toBe("no share can be given");
    expect(partShareWords(web, "en-GB")).toBe("80% new features");
  });

  it("reads in the unit's words", () => {
    const [unit] = splitNotes(splitOf([web], { unit: "effort_days" }), "en-GB");
    expect(unit).toBe("In effort days, all on one scale, the largest first.");
  });

  it("says that teams may overlap, and names what is not drawn", () => {
    expect(splitNotes(splitOf([web]), "en-GB").join(" ")).toContain("Teams may overlap");
    const others = [
      { id: "x", name: "docs", amount: 2 },
      { id: "y", name: "site", amount: 0 },
    ];
    const source = splitOf([web], { by: "source", overlapping: false, others });
    expect(splitNotes(source, "en-GB")).toEqual([
      "In items, all on one scale, the largest first.",
      "Not drawn, being smaller: 2 sources with 2 items: docs (2), site (0).",
    ]);
  });
});

it("the items behind a part are those of its filter, in place of the one in force", () => {
  const split = splitOf([web]);
  expect(partScope(split, "web", { team: ["api"], label: ["bug"] })).toEqual({
    team: ["web"],
    label: ["bug"],
  });
  expect(partScope({ by: "source" }, "s1", { team: ["api"] })).toEqual({
    team: ["api"],
    source: ["s1"],
  });
  expect(partBalance(split, web)).toMatchObject({ from: split.from, totals: web.totals });
});
