import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sources } from "@/db/schema";
import { listTriggers } from "@/lib/services/list-triggers";
import { makeSource, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { dayMs } from "@/tests/setup/messages-world";
import { storeItems } from "@/tests/setup/store-items";
import { useMessages } from "@/tests/setup/use-messages";

const firstMonday = Date.parse("2026-01-05T09:00:00Z");

describeOnBothEngines("triggers", (db) => {
  const { open } = useMessages(db, { now: "2026-01-04T12:00:00Z" });

  test("a small team is told once its weeks together say something, as far as the copy holds them", async () => {
    const world = await open();
    const { ctx, input, product } = world;
    const { id: stageId } = await world.stage("2026-01-01");
    await world.agree(stageId);
    const source = await makeSource(db(), product);
    const items = Array.from({ length: 16 }, (_, index) => {
      const closedAt = new Date(firstMonday + 7 * Math.floor(index / 2) * dayMs);
      const item = workItem({ number: index + 1, createdAt: new Date(closedAt), closedAt });
      return { item, category: "tech_debt" as const, removedAt: null };
    });
    await storeItems(db(), product, source, items);
    world.pass(57 * dayMs);
    const toldOnceCopiedTo = async (instant: string) => {
      const lastSuccessAt = new Date(instant);
      await db().update(sources).set({ lastSuccessAt }).where(eq(sources.id, source.id));
      return (await listTriggers({ ctx, input })).items.map(({ sentence }) => sentence);
    };
    expect(await toldOnceCopiedTo("2026-02-15T23:59:59Z")).toEqual([]);
    expect(await toldOnceCopiedTo("2026-02-16T00:00:00Z")).toEqual([
      expect.stringMatching(
        /below the agreed band .* 3 times in a row since 5 January 2026: 6 weeks/,
      ),
    ]);
    expect(await toldOnceCopiedTo("2026-03-02T00:00:00Z")).toEqual([
      expect.stringMatching(/4 times in a row since 5 January 2026: 8 weeks/),
    ]);
  });
});
