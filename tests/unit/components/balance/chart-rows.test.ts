import { describe, expect, it } from "vitest";
import { chartRows, chartScale, lane, stackOrder } from "@/components/balance/chart-rows";
import { bucketOf } from "./sample-balance";

const mixed = bucketOf("2026-09-07", "2026-09-13", {
  feature: 6,
  maintenance: 2,
  tech_debt: 2,
  unclassified: 10,
});
const unknown = bucketOf("2026-09-14", "2026-09-20", { unclassified: 4 });
const empty = bucketOf("2026-09-21", "2026-09-27", {});

describe("the rows of the chart", () => {
  it("stack counts as they are", () => {
    expect(chartRows([mixed], "counts")[0]).toMatchObject({ ...mixed.counts, gap: 0, seam: null });
  });

  it("put the seam of shares at the feature share of the classified", () => {
    const [row] = chartRows([mixed], "shares");
    expect(row).toMatchObject({ feature: 0.6, maintenance: 0.2, tech_debt: 0.2, seam: 0.6 });
  });

  it("show the unclassified of shares in a lane above 100%, in no share", () => {
    const rows = chartRows([mixed, unknown], "shares");
    for (const row of rows) {
      const below = stackOrder.slice(0, -1).reduce((sum, key) => sum + row[key], 0);
      expect(below).toBeCloseTo(lane.bottom);
    }
    expect(rows[0]?.unclassified).toBeCloseTo(lane.height / 2);
    expect(rows[1]?.unclassified).toBeCloseTo(lane.height);
  });

  it("draw no share where nothing is classified: no data is not zero", () => {
    const rows = chartRows([unknown, empty], "shares");
    expect(rows.map(({ seam }) => seam)).toEqual([null, null]);
  });

  it("are thinner where they rest on fewer items", () => {
    const [most, few] = chartRows([mixed, unknown], "shares");
    expect(most?.weight).toBe(1);
    expect(few?.weight).toBeLessThan(0.5);
  });

  it("carry the band between which the seam may come to lie, as shares and as counts", () => {
    const contested = bucketOf(
      ...(["2026-09-07", "2026-09-13", { feature: 6, maintenance: 4 }] as const),
      { contested: { feature: 1, maintenance: 2 } },
    );
    expect(chartRows([contested, mixed], "shares").map(({ band }) => band)).toEqual([
      { least: 0.5, most: 0.8 },
      null,
    ]);
    expect(chartRows([contested], "counts")[0]?.band).toEqual({ least: 5, most: 8 });
  });

  it("fit under the axis in both views", () => {
    for (const view of ["shares", "counts"] as const) {
      const rows = chartRows([mixed, unknown, empty], view);
      const { top } = chartScale(rows, view);
      for (const row of rows) {
        const height = stackOrder.reduce((sum, key) => sum + row[key], 0);
        expect(height).toBeLessThanOrEqual(top + 1e-9);
      }
    }
  });
});
