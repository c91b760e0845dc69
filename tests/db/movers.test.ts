import fc from "fast-check";
import { expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { type ListItems, listItemsSchema } from "@/lib/contracts/items";
import { getMoversSchema, moversSchema } from "@/lib/contracts/movers";
import { createTeamSchema } from "@/lib/contracts/teams";
import { type Days, earlierPeriods, measures, units } from "@/lib/domain/balance";
import { balanceCategories, categoryOrNone, chartedCategories } from "@/lib/domain/category";
import { type Grouping, groupings } from "@/lib/domain/grouping";
import { createTeam } from "@/lib/services/create-team";
import { getBalance } from "@/lib/services/get-balance";
import { getMovers } from "@/lib/services/get-movers";
import { listItems } from "@/lib/services/list-items";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { naiveCounts, type OracleCounts, type OracleItem } from "@/tests/setup/naive-balance";
import { isKnownUnit } from "@/tests/setup/oracle-items";
import { storeItems } from "@/tests/setup/store-items";

const first = Date.parse("2025-09-15T00:00:00Z");
const last = Date.parse("2026-02-20T00:00:00Z");
const instant = fc.integer({ min: first, max: last }).map((ms) => new Date(ms));
const some = (...values: string[]) =>
  fc.array(fc.constantFrom(...values), { maxLength: 4 }).map((all) => all.sort());
const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values));

const oracleItem = fc.record({
  createdAt: instant,
  closedAt: fc.option(instant),
  removedAt: fc.option(instant, { freq: 8 }),
  points: fc.option(fc.integer({ min: 0, max: 13 })),
  effortDays: fc.option(fc.constantFrom(0, 0.25, 3, 20)),
  category: fc.constantFrom(...categoryOrNone),
  kind: fc.constantFrom("bug" as const, "enhancement" as const, null),
  // Odd and hostile ones, and one that may stand twice on an item.
  labels: some("ui", "checkout", "it's; drop table", "a,b", ""),
  components: some("api", "web"),
  assignees: fc.shuffledSubarray(["ada", "grace", "it's"]),
  milestone: maybe("v1", "v2"),
  parentKey: maybe("PAY-1", "PAY-2"),
  inSecondSource: fc.boolean(),
});
type Item = typeof oracleItem extends fc.Arbitrary<infer One> ? One : never;

const anyQuestion = fc.record({
  items: fc.array(oracleItem, { maxLength: 30 }),
  timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/Santiago", "Pacific/Auckland"),
  measure: fc.constantFrom(...measures),
  unit: fc.constantFrom(...units),
  by: fc.constantFrom(...groupings),
  limit: fc.integer({ min: 1, max: 3 }),
  days: fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 150 })),
  against: fc.constantFrom(...earlierPeriods, "chosen" as const),
});

const question = anyQuestion.filter(isKnownUnit);

function dayAfterFirst(days: number): string {
  return new Date(first + days * 86_400_000).toISOString().slice(0, 10);
}

const dayFilters = {
  done: ({ from, to }: Days) => ({ doneFrom: from, doneTo: to }),
  opened: ({ from, to }: Days) => ({ openedFrom: from, openedTo: to }),
  open: ({ to }: Days) => ({ openOn: to }),
};

/** The groups of an item as anybody would read them off it. */
function groupsOf(item: Item, by: Grouping, sources: readonly [string, string]): string[] {
  const { labels, components, assignees, milestone, parentKey, kind, category } = item;
  const single: Partial<Record<Grouping, string | null>> = {
    milestone,
    epic: parentKey,
    source: sources[item.inSecondSource ? 1 : 0],
    // Nothing decided what an unclassified item is.
    kind: category === "unclassified" ? null : kind,
  };
  const all =
    by === "label"
      ? labels
      : by === "component"
        ? components
        : by === "assignee"
          ? assignees
          : [single[by]];
  return [...new Set(all)].flatMap((value) => (value ? [value] : []));
}

describeOnBothEngines("what moved the feature share", (db) => {
  test("equals a slow count of every group, adds up to the change, and opens its items", async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ items, timeZone, measure, unit, by, ...asked }) => {
        const product = await makeProduct(db(), { timeZone });
        const sources = [await makeSource(db(), product), await makeSource(db(), product)] as const;
        for (const [index, source] of sources.entries()) {
          const own = items.filter(({ inSecondSource }) => inSecondSource === (index === 1));
          const stored = own.map(({ category, kind, removedAt, ...fields }, at) => {
            const { inSecondSource: _, ...item } = fields;
            const assignee = item.assignees[0] ?? null;
            const whole = workItem({ number: at + 1, assignee, ...item });
            return { category, kind, removedAt, item: whole };
          });
          await storeItems(db(), product, source, stored);
        }
        const ctx = contextOf(db(), product);
        const from = dayAfterFirst(Math.min(...asked.days));
        const to = dayAfterFirst(Math.max(...asked.days));
        const chosen = { againstFrom: "2025-09-20", againstTo: "2025-11-30" };
        const query = getMoversSchema.parse({
          ...{ from, to, measure, unit, by, limit: asked.limit },
          ...(asked.against === "chosen" ? chosen : { against: asked.against }),
        });
        const answer = await getMovers({ ctx, input: { productId: product.id, query } });
        expect(moversSchema.safeParse(answer).error).toBeUndefined();

        const inGroups = items.map((item) => ({
          item,
          groups: groupsOf(item, by, [sources[0].id, sources[1].id]),
        }));
        const countOf = (days: Days, own: OracleItem[]) =>
          naiveCounts({ items: own, start: days.from, end: days.to, timeZone, measure, unit });
        const apportioned = (days: Days, belongs: (group: string | null) => boolean) => {
          const sum = countOf(days, []);
          for (const { item, groups } of inGroups) {
            const parts = Math.max(1, groups.length);
            const own = (groups.length > 0 ? groups : [null]).filter(belongs).length;
            addTo(sum, countOf(days, [item]), own / parts);
          }
          return sum;
        };
        for (const period of [answer.before, answer.after]) {
          const naive = countOf(period, items);
          for (const category of chartedCategories) {
            expect(period.counts[category]).toBeCloseTo(naive[category], 9);
          }
          expect(period.unestimated).toBeCloseTo(naive.unestimated, 9);
          const balance = await getBalance({
            ctx,
            input: {
              productId: product.id,
              query: getBalanceSchema.parse({ from: period.from, to: period.to, measure, unit }),
            },
          });
          expect(period.counts).toEqual(balance.totals.counts);
        }
        const [s0, s1] = [answer.before.shares.feature, answer.after.shares.feature];
        if (s0 === null || s1 === null) {
          expect(answer.change).toBeNull();
          return;
        }
        const named = answer.movers.map(({ value }) => value);
        const lines = [
          ...answer.movers.map((mover) => ({
            ...mover,
            belongs: (group: string | null) => group === mover.value,
            list: mover.value === null ? {} : { group: mover.value },
          })),
          ...(answer.rest
            ? [
                {
                  ...answer.rest,
                  belongs: (group: string | null) => !named.includes(group),
                  list: { groupNot: named.filter((value) => value !== null) },
                },
              ]
            : []),
        ];
        const together = lines.reduce((sum, { contribution }) => sum + contribution, 0);
        expect(together).toBeCloseTo(s1 - s0, 9);
        expect(answer.change).toBeCloseTo(s1 - s0, 9);
        for (const line of lines) {
          for (const [days, counts] of [
            [answer.before, line.before],
            [answer.after, line.after],
          ] as const) {
            const naive = apportioned(days, line.belongs);
            for (const category of balanceCategories) {
              expect(counts[category]).toBeCloseTo(naive[category], 9);
            }
            const category = [...balanceCategories];
            const list = await listItems({
              ctx,
              input: {
                productId: product.id,
                query: listItemsSchema.parse({
                  ...{ groupBy: by, category, limit: 500 },
                  ...{ ...dayFilters[measure](days), ...line.list },
                }),
              },
            });
            const own = inGroups.filter(({ groups }) =>
              (groups.length > 0 ? groups : [null]).some(line.belongs),
            );
            const whole = naiveCounts({
              items: own.map(({ item }) => item),
              ...{ start: days.from, end: days.to, timeZone, measure, unit: "items" },
            });
            expect(list.total).toBe(balanceCategories.reduce((sum, one) => sum + whole[one], 0));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  test("are of the items that the filters let through, and of no other product", async () => {
    const product = await makeProduct(db());
    const other = await makeProduct(db(), { workspaceId: product.workspaceId });
    const closed = (number: number, day: string, labels: string[]) =>
      workItem({ number, labels, closedAt: new Date(`${day}T12:00:00Z`) });
    const stored = [
      { item: closed(1, "2026-01-10", ["ui"]), category: "feature" as const, removedAt: null },
      { item: closed(2, "2026-02-10", ["ui"]), category: "rewrite" as const, removedAt: null },
      { item: closed(3, "2026-02-11", ["api"]), category: "feature" as const, removedAt: null },
      { item: closed(4, "2026-02-12", ["ui"]), category: "excluded" as const, removedAt: null },
    ];
    await storeItems(db(), product, await makeSource(db(), product), stored);
    await storeItems(db(), other, await makeSource(db(), other), stored);
    const ctx = contextOf(db(), product);
    const days = { from: "2026-02-01", to: "2026-02-28" };
    const earlier = { againstFrom: "2026-01-01", againstTo: "2026-01-31" };
    const ask = (filter: object) => {
      const query = getMoversSchema.parse({ ...days, ...earlier, ...filter });
      return getMovers({ ctx, input: { productId: product.id, query } });
    };
    const answer = await ask({ label: "ui" });
    const team = createTeamSchema.parse({ name: "Interface", filter: { label: ["ui"] } });
    const { id } = await createTeam({ ctx, input: { productId: product.id, team } });
    expect(await ask({ team: id })).toEqual(answer);
    const { movers, change } = answer;
    expect(change).toBe(-1);
    expect(movers).toHaveLength(1);
    expect(movers[0]).toMatchObject({ value: "ui", contribution: -1 });
    expect(movers[0]?.after).toMatchObject({ feature: 0, rewrite: 1 });
  });

  test("come with the titles of epics and the names of sources", async () => {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product);
    const closed = (number: number, day: string) =>
      workItem({ number, parentKey: "PAY-1", closedAt: new Date(`${day}T12:00:00Z`) });
    const epic = workItem({ number: 9, key: "PAY-1", title: "Refunds", isContainer: true });
    await storeItems(db(), product, source, [
      { item: closed(1, "2026-01-31"), category: "feature", removedAt: null },
      { item: closed(2, "2026-02-01"), category: "rewrite", removedAt: null },
      { item: epic, category: "feature", removedAt: null },
    ]);
    const ctx = contextOf(db(), product);
    const named = async (by: Grouping) => {
      const query = getMoversSchema.parse({ from: "2026-02-01", to: "2026-02-28", by });
      const { movers } = await getMovers({ ctx, input: { productId: product.id, query } });
      return movers.map(({ value, name }) => [value, name]);
    };
    expect(await named("epic")).toEqual([["PAY-1", "Refunds"]]);
    expect(await named("source")).toEqual([[source.id, source.name]]);
    expect(await named("label")).toEqual([[null, null]]);
  });

  test.each([
    [{ from: "2026-03-01", to: "2026-02-01" }, "from"],
    [{ from: "2200-01-01" }, "from"],
    [{ againstFrom: "2026-01-01" }, "againstTo"],
    [{ againstTo: "2026-01-01" }, "againstFrom"],
    [{ againstFrom: "2026-02-01", againstTo: "2026-01-01" }, "againstFrom"],
    [{ againstFrom: "0001-01-01", againstTo: "2026-01-01" }, "againstFrom"],
    [{ measure: "open", unit: "effort_days" }, "unit"],
  ])("a question that makes no sense is refused, naming the field: %j", async (asked, field) => {
    const product = await makeProduct(db());
    const query = getMoversSchema.parse(asked);
    const ctx = contextOf(db(), product);
    await expect(getMovers({ ctx, input: { productId: product.id, query } })).rejects.toMatchObject(
      {
        code: "invalid_request",
        fields: { [field]: expect.any(String) },
      },
    );
  });

  test.each([
    [{ group: "ui" }, "groupBy"],
    [{ groupBy: "label", group: "ui", groupNot: "api" }, "groupNot"],
  ])("a list of groups that cannot be meant is refused: %j", async (asked, field) => {
    const product = await makeProduct(db());
    const query: ListItems = listItemsSchema.parse(asked);
    const ctx = contextOf(db(), product);
    await expect(listItems({ ctx, input: { productId: product.id, query } })).rejects.toMatchObject(
      {
        code: "invalid_request",
        fields: { [field]: expect.any(String) },
      },
    );
  });
});

function addTo(sum: OracleCounts, counts: OracleCounts, part: number): void {
  for (const category of chartedCategories) sum[category] += counts[category] * part;
}
