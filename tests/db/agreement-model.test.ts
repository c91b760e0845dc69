import fc from "fast-check";
import { test } from "vitest";
import { decisions, sides } from "@/lib/domain/agreement";
import { AgreementPlay, type Move, type Wish } from "@/tests/setup/agreement-play";
import { describeOnBothEngines } from "@/tests/setup/database";

const feature = fc.constantFrom(40, 60, 80);
const side = fc.constantFrom(...sides);
const days = fc.record({
  in: fc.integer({ min: -1, max: 6 }),
  length: fc.integer({ min: -1, max: 4 }),
});
const proposal = fc.record({
  kind: fc.constant("propose" as const),
  stage: fc.constantFrom(0, 0, 0, 1),
  team: fc.constantFrom(null, null, 0 as const),
  days: fc.option(days, { freq: 2 }),
  ...{ side, feature },
});
const wish: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("stage" as const),
      from: fc.integer({ min: -4, max: 8 }),
      length: fc.option(fc.integer({ min: 0, max: 8 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("end" as const),
      stage: fc.nat(1),
      in: fc.option(fc.integer({ min: -4, max: 8 })),
    }),
  },
  { weight: 3, arbitrary: proposal },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant("answer" as const),
      talk: fc.constantFrom(0, 0, 0, 1, 2),
      decision: fc.constantFrom("accept", "accept", ...decisions),
      stale: fc.constantFrom(false, false, false, false, false, true),
      ...{ side, feature },
    }),
  },
);

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      days: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("alone" as const), wish }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("both" as const), wishes: fc.tuple(wish, wish) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("agree" as const), wish: proposal }) },
);

describeOnBothEngines("the agreement and its reference machine", (db) => {
  test("whatever both sides do, alone or at once, ends as in some order of the machine", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 30 }), async (moves) => {
        const play = await AgreementPlay.begin(db());
        for (const one of moves) await play.move(one);
        await play.move({ kind: "pass", days: 2 });
      }),
      { numRuns: 40 },
    );
  }, 600_000);
});
