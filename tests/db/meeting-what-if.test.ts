import { expect, test } from "vitest";
import { getForecastSchema } from "@/lib/contracts/forecast";
import { meetingCsv } from "@/lib/contracts/meeting-csv";
import { happenedSchema } from "@/lib/contracts/meetings";
import { createStageSchema } from "@/lib/contracts/stages";
import { meetingMarkdown } from "@/lib/meetings/meeting-markdown";
import { createStage } from "@/lib/services/create-stage";
import { getForecast } from "@/lib/services/get-forecast";
import { proposeAgreement } from "@/lib/services/propose-agreement";
import { makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { evenProduct } from "@/tests/setup/forecast-world";
import { meetingsOf } from "@/tests/setup/meeting-world";
import { storeItems } from "@/tests/setup/store-items";

describeOnBothEngines("the what-if of a meeting", (db) => {
  test("is in the record as it was known at the start, under each side's shares, and stays", async () => {
    const product = await evenProduct(db(), [
      { category: "feature", items: 3, doneAfterWeeks: 2 },
      { category: "tech_debt", items: 1, doneAfterWeeks: null },
    ]);
    const ctx = contextOf(db(), product);
    const productId = product.id;
    const stage = createStageSchema.parse({ name: "Expand", startsOn: "2026-01-01" });
    const { id: stageId } = await createStage({ ctx, input: { productId, stage } });
    const meetings = meetingsOf(ctx, productId);
    const { id, happened } = await meetings.start();
    expect(happened.whatIf).toBeNull();
    const shares = { feature: 40, upkeep: 60 };
    const said = { stageId, side: "pm" as const, shares, tolerance: 5, reason: "Debt." };
    const proposal = { ...said, measure: "done" as const, unit: "items" as const };
    await proposeAgreement({
      ctx,
      input: { productId, proposal: { ...proposal, teamId: null, reviewOn: null } },
    });
    const closed = await meetings.close(id, 1);
    const asked = { asKnownAt: closed.startedAt };
    const asKnown = async (query: object) => {
      const input = { productId, query: { ...getForecastSchema.parse(asked), ...query } };
      const { forecast } = await getForecast({ ctx, input });
      return { weeks: forecast?.weeks, steadyFrom: forecast?.steadyFrom };
    };
    expect(closed.happened.whatIf).toMatchObject({ reason: null, start: { day: "2026-03-01" } });
    const expected = [
      { name: "Today’s actual", shares: null, ...(await asKnown({})) },
      { name: "Product manager’s proposal", shares, ...(await asKnown({ shares })) },
    ];
    expect(closed.happened.whatIf?.scenarios).toEqual(expected);
    expect(meetingMarkdown(closed)).toMatch(
      /## What if\n\n60 open items of tech debt on 2026-03-01, and 13 weeks ahead\.\n[\s\S]*\| Product manager’s proposal \| 40% new features \|/,
    );
    const last = expected[1]?.weeks?.at(-1);
    expect(meetingCsv(closed)).toMatch(/,tolerance,complete,contested,unestimated\r\n/);
    expect(meetingCsv(closed)).toMatch(
      /^balance,[^,]+,[^,]+,done,items,excluded,\d+,,,,false,0,0\r$/m,
    );
    expect(meetingCsv(closed)).toContain(
      `"what if, Product manager’s proposal, p90",${last?.start},${last?.end},open,items,tech_debt,${last?.stock.tech_debt.p90},,0.4,`,
    );
    const source = await makeSource(db(), product);
    const late = workItem({ number: 9, createdAt: new Date("2026-02-20T09:00:00Z") });
    await storeItems(db(), product, source, [
      { item: late, category: "tech_debt", removedAt: null },
    ]);
    expect(await meetings.read(id)).toEqual(closed);
  });

  test("is null in records of before, and says what is lacking where there is too little history", async () => {
    expect(happenedSchema.parse({ agreements: [], settled: [], plan: null }).whatIf).toBeNull();
    const product = await evenProduct(
      db(),
      [{ category: "feature", items: 3, doneAfterWeeks: 2 }],
      { weeks: 5 },
    );
    const meetings = meetingsOf(contextOf(db(), product, { now: () => testNow }), product.id);
    const { id } = await meetings.start();
    const closed = await meetings.close(id, 1);
    const { whatIf } = closed.happened;
    expect(whatIf?.scenarios).toEqual([]);
    expect(meetingMarkdown(closed).replaceAll("\\", "")).toContain(whatIf?.reason ?? "none");
  });
});
