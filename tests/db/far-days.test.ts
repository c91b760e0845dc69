import { expect, test } from "vitest";
import { listLateChangesSchema } from "@/lib/contracts/audit";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listDeedsSchema } from "@/lib/contracts/deeds";
import { listItemsSchema } from "@/lib/contracts/items";
import { listNotesSchema } from "@/lib/contracts/notes";
import { getBalance } from "@/lib/services/get-balance";
import { listDeeds } from "@/lib/services/list-deeds";
import { listItems } from "@/lib/services/list-items";
import { listLateChanges } from "@/lib/services/list-late-changes";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { syncOnce } from "@/tests/setup/sync-once";

const closedAt = new Date("2026-01-20T09:00:00Z");
const days = { from: "2026-01-01", to: "2026-01-31", bucket: "month" };

describeOnBothEngines("the first and the last day that can be written", (db) => {
  async function openIn(timeZone: string) {
    const product = await makeProduct(db(), { timeZone });
    const source = await makeSource(db(), product);
    const items = [workItem({ number: 1, closedAt }), workItem({ number: 2 })];
    await syncOnce(db(), source, new MemoryTracker(items).connector());
    return { ctx: contextOf(db(), product), productId: product.id };
  }

  test.each(["UTC", "America/New_York", "Pacific/Auckland"])(
    "hold everything or nothing in %s, in lists, views of the past and the log",
    async (timeZone) => {
      const { ctx, productId } = await openIn(timeZone);
      const listed = async (asked: object) => {
        const query = listItemsSchema.parse(asked);
        return (await listItems({ ctx, input: { productId, query } })).total;
      };
      const [first, last] = ["0001-01-01", "9999-12-31"];
      expect(await listed({ openedFrom: first, openedTo: last })).toBe(2);
      expect(await listed({ doneFrom: first, doneTo: last })).toBe(1);
      expect(await listed({ openOn: first })).toBe(0);
      expect(await listed({ openOn: last })).toBe(1);
      expect(await listed({ asKnownAt: last })).toBe(2);
      expect(await listed({ asKnownAt: first })).toBe(0);

      const doneAsKnown = async (asKnownAt: string) => {
        const query = getBalanceSchema.parse({ ...days, asKnownAt });
        const { totals } = await getBalance({ ctx, input: { productId, query } });
        return Object.values(totals.counts).reduce((sum, count) => sum + count, totals.excluded);
      };
      for (const instant of ["0000-01-01", "0001-01-01T00:00:00+05:00"])
        expect(await doneAsKnown(instant)).toBe(0);
      for (const instant of [last, "9999-12-31T23:59:59-05:00"])
        expect(await doneAsKnown(instant)).toBe(1);

      const changed = listLateChangesSchema.parse({ from: first, to: last });
      await listLateChanges({ ctx, input: { productId, query: changed } });
      await listDeeds({ ctx, input: { query: listDeedsSchema.parse({ from: first, to: last }) } });
    },
  );

  test("there is no year 0: a day of it is refused, naming the field", () => {
    const refused = listNotesSchema.safeParse({ from: "0000-12-31" }).error;
    expect(refused?.issues.map(({ path }) => path)).toEqual([["from"]]);
  });
});
