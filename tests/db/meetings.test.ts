import { expect, test } from "vitest";
import { noMinutes } from "@/lib/domain/meeting";
import { contestItem } from "@/lib/services/contest-item";
import { setCategory } from "@/lib/services/set-category";
import { updateProduct } from "@/lib/services/update-product";
import { makeSource, workItem } from "@/tests/factories";
import { AgreementWorld, twoSides } from "@/tests/setup/agreement-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { meetingsOf } from "@/tests/setup/meeting-world";
import { storeItems } from "@/tests/setup/store-items";

const decision = { id: crypto.randomUUID(), text: "Debt first", owner: "Ada" };
const followUp = { ...decision, id: crypto.randomUUID(), text: "Ask users", dueOn: "2026-04-01" };
const everything = { from: "open", value: null };

describeOnBothEngines("meetings", (db) => {
  /** 20 items done in February, every fourth a feature, and 12 open ones. */
  async function ready() {
    const world = await AgreementWorld.create(db(), "2026-02-01T12:00:00Z");
    const stage = await world.stage({ name: "Expand", startsOn: "2026-01-01", goals: "Grow." });
    const source = await makeSource(db(), world.product);
    const items = Array.from({ length: 32 }, (_, number) => ({
      item: workItem({
        number,
        createdAt: new Date(Date.UTC(2026, 0, 5) + number * 3_600_000),
        closedAt: number < 20 ? new Date("2026-02-10T09:00:00Z") : null,
      }),
      category: number % 4 === 0 ? ("feature" as const) : ("maintenance" as const),
      removedAt: null,
    }));
    await storeItems(db(), world.product, source, items);
    const propose = (feature: number) =>
      world.propose({
        ...{ stageId: stage.id, side: "pm" as const, shares: twoSides(feature), tolerance: 5 },
        reason: "Users wait.",
      });
    const agree = async (feature: number) =>
      world.answer((await propose(feature)).id, {
        ...{ side: "engineering", decision: "accept", reason: "It will do." },
      });
    const meetings = meetingsOf(world.ctx, world.product.id);
    world.now = new Date("2026-03-02T15:00:00Z");
    return { world, source, stage, agree, meetings };
  }

  const settle = async (world: AgreementWorld, itemId: string) =>
    setCategory({ ctx: world.ctx, input: { itemId, decision: { category: "feature" } } });

  test("is not stored where its numbers could not be read again, and another can start", async () => {
    const { world, source, stage, meetings } = await ready();
    const terms = {
      stageId: stage.id,
      shares: twoSides(50),
      tolerance: 5,
      unit: "points" as const,
    };
    const { id } = await world.propose({ ...terms, side: "pm", reason: "Users wait." });
    await world.answer(id, { side: "engineering", decision: "accept", reason: "It will do." });
    const estimate = (points: number) => {
      const item = workItem({ number: 50, points, closedAt: new Date("2026-02-10T09:00:00Z") });
      const stored = { item, category: "maintenance" as const, removedAt: null };
      return storeItems(db(), world.product, source, [stored]);
    };
    await estimate(-100);
    await expect(meetings.start()).rejects.toThrow();
    await estimate(100);
    const { opening } = await meetings.start();
    expect(opening.balance.totals.counts.maintenance).toBe(100);
  });

  test("shows the numbers of its start, whatever is settled, done or agreed during it", async () => {
    const { world, source, stage, agree, meetings } = await ready();
    await agree(50);
    const { id, opening } = await meetings.start();
    expect(opening.balance.totals.counts).toMatchObject({ feature: 5, maintenance: 15 });
    expect(opening.stock.totals.counts).toMatchObject({ feature: 3, maintenance: 9 });
    expect(opening.since).toBeNull();
    expect(opening.stage).toEqual({ name: "Expand", goals: "Grow." });
    world.now = new Date("2026-03-02T15:30:00Z");
    const candidates = (await meetings.plan()).candidates;
    const [item, other] = candidates.filter(({ category }) => category === "maintenance");
    if (!item || !other) throw new Error("There is nothing to settle.");
    await settle(world, item.id);
    await contestItem({
      ctx: world.ctx,
      input: { itemId: other.id, reason: "Is it?" },
    });
    const late = workItem({ number: 99, closedAt: new Date("2026-02-20T09:00:00Z") });
    await storeItems(db(), world.product, source, [
      { item: late, category: "rewrite", removedAt: null },
    ]);
    await agree(30);
    await world.changeStage(stage.id, { goals: "Survive." });
    const now = await meetings.read(id);
    expect(now.opening).toEqual(opening);
    expect(now.happened.settled).toMatchObject([
      { itemId: item.id, from: "maintenance", to: "feature", contested: false, by: "ada" },
    ]);
    expect(now.happened.agreements.map(({ shares }) => shares)).toEqual([
      twoSides(30),
      twoSides(50),
    ]);
  });

  test("closes with a record that nothing changes afterwards", async () => {
    const { world, agree, meetings } = await ready();
    await agree(50);
    const { id } = await meetings.start();
    const { candidates } = await meetings.plan();
    const chosen = candidates.slice(0, 4).map((candidate) => candidate.id);
    await meetings.choose({ version: 0, scope: everything, chosen });
    const blank = { id: crypto.randomUUID(), text: " ", owner: "" };
    const minutes = { ...noMinutes, decisions: [decision, blank], followUps: [followUp] };
    const { version } = await meetings.write(id, 1, minutes);
    const closed = await meetings.close(id, version);
    expect(closed).toMatchObject({ closedBy: "ada", closedAt: world.now.toISOString() });
    expect(closed.minutes).toEqual({ ...minutes, decisions: [decision] });
    expect(closed.happened.plan?.items.map((item) => item.id).sort()).toEqual([...chosen].sort());
    expect(closed.happened.plan?.target).toMatchObject({ feature: 0.5, tolerance: 0.05 });
    const [first] = chosen;
    if (first) await settle(world, first);
    await agree(10);
    await meetings.choose({ version: 1, scope: everything, chosen: [] });
    const other = { name: "Renamed", timeZone: "Asia/Tokyo" };
    const { id: productId } = world.product;
    await updateProduct({ ctx: world.ctx, input: { productId, change: other } });
    expect(await meetings.read(id)).toEqual(closed);
    const conflict = { code: "conflict", message: expect.stringMatching(/closed/) };
    await expect(meetings.write(id, closed.version, noMinutes)).rejects.toMatchObject(conflict);
    await expect(meetings.close(id, closed.version)).rejects.toMatchObject(conflict);
    expect(await meetings.read(id)).toEqual(closed);
  });

  test("closes while a reading that others share is still under way", async () => {
    const { world, agree, meetings } = await ready();
    await agree(50);
    const { id, version } = await meetings.start();
    const [candidate] = (await meetings.plan()).candidates;
    await meetings.choose({ version: 0, scope: everything, chosen: [candidate?.id ?? ""] });
    // As where it waits for the database that the closing transaction has to itself.
    const reads = { rowsOf: () => new Promise<never>(() => undefined) };
    const closing = meetingsOf({ ...world.ctx, reads }, world.product.id);
    const closed = await closing.close(id, version);
    expect(closed.happened.plan?.items).toHaveLength(1);
  });

  test("of two that start, close or write at once, one does", async () => {
    const { meetings } = await ready();
    const winners = async (attempts: Promise<{ id: string; version: number }>[]) => {
      const ended = await Promise.allSettled(attempts);
      expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      for (const one of ended) {
        if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
      }
      return ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    };
    const [meeting] = await winners([meetings.start(), meetings.start()]);
    if (!meeting) throw new Error("No meeting was started.");
    await expect(meetings.start()).rejects.toMatchObject({
      message: expect.stringMatching(/is open/),
    });
    const notes = ["one", "other"].map((text) =>
      meetings.write(meeting.id, 1, { ...noMinutes, notes: text }),
    );
    const [written] = await winners(notes);
    const close = () => meetings.close(meeting.id, written?.version ?? 0);
    await winners([close(), close()]);
    expect(await meetings.list()).toHaveLength(1);
    await meetings.start();
    expect(await meetings.list()).toHaveLength(2);
  });

  test("the next one starts from what the last closed one decided, and counts what was done since", async () => {
    const { world, agree, meetings } = await ready();
    await agree(50);
    const first = await meetings.start();
    const minutes = { ...noMinutes, decisions: [decision], followUps: [followUp] };
    await meetings.write(first.id, 1, minutes);
    await meetings.close(first.id, 2);
    world.now = new Date("2026-03-16T15:00:00Z");
    const next = await meetings.start();
    expect(next.opening.previous).toEqual({
      ...{ id: first.id, startedAt: first.startedAt },
      ...{ decisions: [decision], followUps: [followUp] },
    });
    expect(next.opening.since).toMatchObject({ from: "2026-03-02", to: "2026-03-16" });
    const kept = { [decision.id]: { outcome: "partly" as const, remark: "Half of it" } };
    expect((await meetings.write(next.id, 1, { ...noMinutes, kept })).minutes.kept).toEqual(kept);
  });

  test("another workspace's meeting and a malformed id are not found", async () => {
    const { meetings } = await ready();
    const elsewhere = await ready();
    const { id } = await meetings.start();
    const missing = { code: "not_found" };
    for (const unknown of [id, "no-id"]) {
      await expect(elsewhere.meetings.read(unknown)).rejects.toMatchObject(missing);
      await expect(elsewhere.meetings.write(unknown, 1, noMinutes)).rejects.toMatchObject(missing);
      await expect(elsewhere.meetings.close(unknown, 1)).rejects.toMatchObject(missing);
    }
  });
});
