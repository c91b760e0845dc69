import { expect, test } from "vitest";
import { flowCsv } from "@/lib/contracts/flow-csv";
import { flowOf } from "@/tests/unit/components/flow/sample-flow";

test("the flow's file has a line for each bucket and category, with numbers as numbers", () => {
  const flow = flowOf({
    done: [[1, "tech_debt", 2]],
    leadTimes: [{ bucket: 1, category: "tech_debt", items: 2, medianDays: 1.5, p85Days: 3 }],
  });
  const [header, ...lines] = flowCsv(flow).trimEnd().split("\r\n");
  expect(header).toBe(
    "start,end,complete,category,unit,opened,done,net,leadTimeItems,leadTimeMedianDays,leadTimeP85Days,name",
  );
  expect(lines).toHaveLength(flow.buckets.length * 6);
  expect(lines).toContain("2026-02-09,2026-02-15,true,tech_debt,items,0,2,-2,2,1.5,3,");
  expect(lines).toContain("2026-02-02,2026-02-08,true,feature,items,0,0,0,0,,,");
});

test("what is excluded has its own line, with the counts that the page shows", () => {
  const flow = flowOf({});
  const [first, ...rest] = flow.buckets;
  if (!first) throw new Error("There is no bucket.");
  const buckets = [{ ...first, excluded: { opened: 3, done: 2 } }, ...rest];
  const lines = flowCsv({ ...flow, buckets }).split("\r\n");
  expect(lines).toContain(`${first.start},${first.end},true,excluded,items,3,2,,,,,`);
});

test("a line of a sprint carries its name, which no spreadsheet runs", () => {
  const flow = flowOf({});
  const buckets = flow.buckets.map((bucket) => ({ ...bucket, name: "=1+1, May" }));
  const [, line] = flowCsv({ ...flow, buckets }).split("\r\n");
  expect(line).toMatch(/,"'=1\+1, May"$/);
});
