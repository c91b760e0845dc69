import { expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { getBalance } from "@/lib/services/get-balance";
import { listItems } from "@/lib/services/list-items";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { syncOnce } from "@/tests/setup/sync-once";

/**
 * Half past midnight there by the platform's calendar, in summer and in winter, and half an hour
 * before it. The databases tell `CET` without summer, and do not know the last of them at all.
 */
const instants = {
  CET: ["2025-07-09T22:30:00Z", "2025-12-09T23:30:00Z", "2025-07-20T21:30:00Z"],
  "US/Pacific-New": ["2025-07-10T07:30:00Z", "2025-12-10T08:30:00Z", "2025-07-21T06:30:00Z"],
};
const days = ["2025-07-10", "2025-12-10", "2025-07-20"];

describeOnBothEngines("the days of a zone whose rules a database tells otherwise", (db) => {
  test.each(["CET", "US/Pacific-New"] as const)(
    "are the calendar's in %s: in a bar, its list and the past",
    async (timeZone) => {
      const product = await makeProduct(db(), { timeZone });
      const source = await makeSource(db(), product);
      const closings = instants[timeZone].map((text) => new Date(text));
      const items = closings.map((closedAt, index) =>
        workItem({ number: index + 1, createdAt: new Date("2025-03-01T12:00:00Z"), closedAt }),
      );
      await syncOnce(db(), source, new MemoryTracker(items).connector());
      const ctx = contextOf(db(), product);
      const productId = product.id;
      for (const [index, day] of days.entries()) {
        const asked = listItemsSchema.parse({ doneFrom: day, doneTo: day });
        const list = await listItems({ ctx, input: { productId, query: asked } });
        expect(list.items.map(({ number }) => number)).toEqual([index + 1]);
        for (const asKnownAt of [undefined, testNow.toISOString()]) {
          const range = { from: day, to: day, bucket: "day", asKnownAt };
          const query = getBalanceSchema.parse(range);
          const { totals } = await getBalance({ ctx, input: { productId, query } });
          const done = Object.values(totals.counts).reduce((sum, one) => sum + one, 0);
          expect(done + totals.excluded).toBe(1);
        }
      }
    },
  );

  /** At 00:01 on the 7th the clocks went back to 23:01 on the 6th: the 7th had begun at 02:30 UTC. */
  test("are one span of time where the clocks went back past midnight", async () => {
    const timeZone = "America/St_Johns";
    const product = await makeProduct(db(), { timeZone });
    const source = await makeSource(db(), product);
    const hours = ["02:29:59", "02:30:30", "03:00:00", "03:30:00"];
    const items = hours.map((hour, index) => {
      const closedAt = new Date(`2010-11-07T${hour}Z`);
      return workItem({ number: index + 1, createdAt: new Date("2010-10-01T12:00:00Z"), closedAt });
    });
    await syncOnce(db(), source, new MemoryTracker(items).connector());
    const ctx = contextOf(db(), product);
    const productId = product.id;
    const query = getBalanceSchema.parse({ from: "2010-11-06", to: "2010-11-07", bucket: "day" });
    const { buckets } = await getBalance({ ctx, input: { productId, query } });
    const done = buckets.map(({ counts, excluded }) =>
      Object.values(counts).reduce((sum, one) => sum + one, excluded),
    );
    const listed = ["2010-11-06", "2010-11-07"].map(async (day) => {
      const asked = listItemsSchema.parse({ doneFrom: day, doneTo: day });
      return (await listItems({ ctx, input: { productId, query: asked } })).total;
    });
    expect([done, await Promise.all(listed)]).toEqual([
      [1, 3],
      [1, 3],
    ]);
  });
});
