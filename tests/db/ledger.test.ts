import fc from "fast-check";
import { expect, test } from "vitest";
import { findDifferingCells } from "@/db/queries/ledger";
import { bucketSizes, measures, units, weekdays } from "@/lib/domain/balance";
import { balanceCategories, type Category, categoryOrNone } from "@/lib/domain/category";
import { closeCounts } from "@/tests/setup/close-counts";
import { describeOnBothEngines } from "@/tests/setup/database";
import { LedgerWorld, type TrackedItem, type WorldQuestion } from "@/tests/setup/ledger-world";
import { isKnownUnit } from "@/tests/setup/oracle-items";

const dayMs = 86_400_000;
const first = Date.parse("2025-08-15T00:00:00Z");
const last = Date.parse("2026-02-20T00:00:00Z");
const instant = fc.integer({ min: first, max: last }).map((ms) => new Date(ms));
const day = fc
  .integer({ min: -5, max: 200 })
  .map((days) => new Date(first + days * dayMs).toISOString().slice(0, 10));

const labels = ["red", "blue", "Grün 🟢", "x".repeat(300)];
const people = ["ada", "bob", "eve"];

const trackedItem: fc.Arbitrary<TrackedItem> = fc
  .record({
    source: fc.constantFrom(0 as const, 1 as const),
    createdAt: instant,
    passages: fc.uniqueArray(instant, { maxLength: 5, selector: Number }),
    // Halves and tenths, whose sums a binary fraction would not keep.
    points: fc.option(fc.constantFrom(0, 0.1, 0.2, 0.5, 1, 3, 13)),
    progress: fc.uniqueArray(instant, { maxLength: 5, selector: Number }),
    labels: fc.subarray(labels),
    // The first is told by itself too, and anybody may be it.
    assignees: fc.shuffledSubarray(people, { maxLength: 2 }),
  })
  .map((item) => ({
    ...item,
    passages: item.passages.filter((at) => at > item.createdAt).sort((a, b) => +a - +b),
    progress: item.progress.sort((a, b) => +a - +b),
  }));

const place = fc.nat({ max: 11 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      items: fc.array(fc.tuple(place, trackedItem), { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      place,
      category: fc.option(fc.constantFrom<Category>(...balanceCategories, "excluded")),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("calendar" as const),
      timeZone: fc.constantFrom("Europe/Berlin", "America/Santiago", "Pacific/Auckland", "UTC"),
      weekStart: fc.constantFrom(...weekdays),
    }),
  },
);

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const question: fc.Arbitrary<WorldQuestion> = fc
  .record({
    days: fc.tuple(day, day),
    bucket: fc.constantFrom(...bucketSizes),
    measure: fc.constantFrom(...measures),
    unit: fc.constantFrom(...units),
    filter: fc.oneof(
      fc.constant({}),
      fc.record({ source: some([0, 1] as const) }),
      fc.record({ label: some(labels) }),
      fc.record({ assignee: some(people) }),
      fc.record({ category: some(categoryOrNone) }),
      fc.record(
        {
          source: some([0, 1] as const),
          label: some(labels),
          assignee: some(people),
          category: some(categoryOrNone),
          estimated: fc.constantFrom("yes" as const, "no" as const),
          measured: fc.constantFrom("yes" as const, "no" as const),
          q: fc.constantFrom("1", "ITEM 2"),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .filter(isKnownUnit)
  .map(({ days: [a, b], ...rest }) => ({ ...rest, from: a < b ? a : b, to: a < b ? b : a }));

describeOnBothEngines("the ledger", (db) => {
  test("answers every question as a slow look at every item does, after any history", async () => {
    const history = fc.record({
      start: fc.array(trackedItem, { minLength: 3, maxLength: 8 }),
      // Asked after every step, so that an answer that was kept too long is found out.
      regular: fc.array(question, { minLength: 2, maxLength: 2 }),
      steps: fc.array(fc.tuple(step, fc.array(question, { minLength: 12, maxLength: 12 })), {
        minLength: 4,
        maxLength: 6,
      }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ start, regular, steps }) => {
        const world = await LedgerWorld.create(db());
        for (const [index, item] of start.entries()) world.put(index, item);
        await world.sync();
        for (const [one, questions] of steps) {
          await take(world, one);
          for (const asked of [...regular, ...questions]) {
            for (const { start: from, end, counted } of await world.ask(asked)) {
              expect(counted, JSON.stringify({ asked, from })).toEqual(
                closeCounts(world.count(asked, from, end)),
              );
            }
          }
        }
        const { workspaceId, id: productId } = world.product;
        expect(await findDifferingCells(db(), { workspaceId, productId }, 5)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 900_000);
});

async function take(
  world: LedgerWorld,
  one: typeof step extends fc.Arbitrary<infer S> ? S : never,
) {
  switch (one.do) {
    case "edit":
      for (const [place, item] of one.items) world.put(Math.min(place, world.size), item);
      return world.sync();
    case "decide":
      return world.decide(one.place, one.category);
    case "remove":
      return world.remove(one.place);
    case "calendar":
      return world.setCalendar(one.timeZone, one.weekStart);
  }
}
