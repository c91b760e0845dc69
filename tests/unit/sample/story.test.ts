import { describe, expect, it } from "vitest";
import {
  anchor,
  closedBetween,
  medianLeadTimeDays,
  sampleItems,
  sharesOf,
  stockAt,
} from "./sample-story";

// The first is the product's own; the story must not hang on one lucky seed.
describe.each([20_260_401, 1, 2, -7])("the story told by seed %d", (seed) => {
  const items = sampleItems(seed);

  it("holds about 1,500 items, one in ten unclassified and one in ten no work", () => {
    expect(items.length).toBeGreaterThan(1350);
    expect(items.length).toBeLessThan(1650);
    const share = (category: string) =>
      items.filter((item) => item.category === category).length / items.length;
    expect(share("unclassified")).toBeGreaterThan(0.07);
    expect(share("unclassified")).toBeLessThan(0.14);
    expect(share("excluded")).toBeGreaterThan(0.06);
    expect(share("excluded")).toBeLessThan(0.14);
  });

  it("lies wholly in the three years before the anchor, and nothing ends before it begins", () => {
    for (const { createdAt, closedAt, updatedAt } of items) {
      expect(+createdAt).toBeGreaterThan(+anchor - 1098 * 86_400_000);
      expect(+updatedAt).toBeLessThanOrEqual(+anchor);
      expect(+updatedAt).toBeGreaterThanOrEqual(+(closedAt ?? createdAt));
      expect(+(closedAt ?? createdAt)).toBeGreaterThanOrEqual(+createdAt);
    }
  });

  it("drifts from features to upkeep, is rebuilt, and comes back", () => {
    const discovery = sharesOf(closedBetween(items, 0, 0.22));
    const growth = sharesOf(closedBetween(items, 0.22, 0.5));
    const crisis = sharesOf(closedBetween(items, 0.5, 0.69));
    const rewrite = sharesOf(closedBetween(items, 0.69, 0.78));
    const recovery = sharesOf(closedBetween(items, 0.82, 1));
    expect(discovery.feature).toBeGreaterThan(0.6);
    expect(growth.feature).toBeLessThan(discovery.feature);
    expect(growth.feature).toBeGreaterThan(0.4);
    expect(crisis.feature).toBeLessThan(0.4);
    expect(crisis.maintenance).toBeGreaterThan(0.5);
    expect(rewrite.rewrite).toBeGreaterThan(0.25);
    expect(rewrite.rewrite).toBeGreaterThan(4 * crisis.rewrite);
    expect(recovery.feature).toBeGreaterThan(crisis.feature);
    expect(recovery.tech_debt).toBeGreaterThan(growth.tech_debt);
  });

  it("has a smaller share of features each year than in the first", () => {
    const [first, second, third] = [0, 1, 2].map((year) =>
      sharesOf(closedBetween(items, year / 3, (year + 1) / 3)),
    );
    expect(second?.feature).toBeLessThan((first?.feature ?? 0) - 0.08);
    expect(third?.feature).toBeLessThan((first?.feature ?? 0) - 0.2);
  });

  it("lets the open stock and the lead times grow until the rewrite, then pays down", () => {
    expect(stockAt(items, 0.69)).toBeGreaterThan(1.7 * stockAt(items, 0.5));
    expect(stockAt(items, 1)).toBeLessThan(0.6 * stockAt(items, 0.78));
    expect(stockAt(items, 1)).toBeGreaterThan(10);
    const early = medianLeadTimeDays(closedBetween(items, 0.05, 0.3));
    expect(medianLeadTimeDays(closedBetween(items, 0.6, 0.78))).toBeGreaterThan(1.5 * early);
  });

  it("is quiet over the holidays and at weekends, and finishes things on Fridays", () => {
    const closed = items.flatMap(({ closedAt }) => (closedAt ? [closedAt] : []));
    const on = (weekday: number) => closed.filter((date) => date.getUTCDay() === weekday).length;
    expect(on(5)).toBeGreaterThan(1.5 * on(3));
    expect(on(0) + on(6)).toBeLessThan(on(3));
    const opened = (from: string, to: string) =>
      items.filter(({ createdAt }) => {
        const day = createdAt.toISOString().slice(5, 10);
        return day >= from && day <= to;
      }).length;
    expect(opened("12-22", "12-31")).toBeLessThan(0.4 * opened("12-08", "12-17"));
  });

  it("repeats no title more than three times, and fills every place in each", () => {
    const uses = new Map<string, number>();
    for (const { title } of items) {
      uses.set(title, (uses.get(title) ?? 0) + 1);
      expect(title).not.toMatch(/[{}]|undefined|the the | {2}/);
    }
    expect(Math.max(...uses.values())).toBeLessThanOrEqual(3);
    expect(uses.size).toBeGreaterThan(0.85 * items.length);
  });

  it("is the work of six to eight people", () => {
    const people = new Set(items.flatMap(({ assignee }) => (assignee ? [assignee] : [])));
    expect(people.size).toBeGreaterThanOrEqual(6);
    expect(people.size).toBeLessThanOrEqual(8);
  });
});
