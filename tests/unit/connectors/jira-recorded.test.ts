import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { WorkItem } from "@/lib/domain/work-item";
import { readRecordedSite } from "../../upstream/jira-recorded.mjs";
import { recordsOf } from "./connector-harness";
import { connectJira, modes, startJira } from "./jira-harness";

const folder = "../shared/recorded/jira/appcelerator";
const isThere = existsSync(folder);
const keys = ["ALOY", "MOD", "DAEMON"];

type Line = {
  key: string;
  status: string;
  resolution: string | null;
  type: string;
  created: string;
  resolutiondate: string | null;
  summary: string;
  labels: string[];
  parent: string | null;
  epic: string | null;
  sp: number | null;
};

/** The recording itself, read without the product's code and without the stand-in's. */
function lines(): Line[] {
  return keys.flatMap((key) => {
    const text = gunzipSync(readFileSync(`${folder}/${key}.jsonl.gz`)).toString("utf8");
    return text
      .trim()
      .split("\n")
      .map((line): Line => JSON.parse(line));
  });
}

function counted(values: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[`${value}`] = (counts[`${value}`] ?? 0) + 1;
  return counts;
}

async function itemsOf(mode: (typeof modes)[number]): Promise<WorkItem[]> {
  const standIn = await startJira(mode, { site: readRecordedSite(folder, keys) });
  const scope = { jql: `project in (${keys.join(", ")})` };
  const { connector } = connectJira(standIn, { scope });
  const records = await recordsOf(connector);
  expect(records).toHaveLength(2183);
  return records.map(({ payload }) => {
    const mapped = connector.map(payload);
    if (mapped.outcome === "item") return mapped.item;
    throw new Error(`${mapped.outcome}: ${mapped.why}`);
  });
}

describe.skipIf(!isThere)(
  "the recorded appcelerator site (skipped where ../shared is absent)",
  () => {
    it.each(modes)("on %s gives each of 2,183 issues with its recorded fields", async (mode) => {
      const items = new Map((await itemsOf(mode)).map((item) => [item.key, item]));
      for (const line of lines()) {
        const item = items.get(line.key);
        expect(item).toMatchObject({
          key: line.key,
          title: line.summary,
          labels: line.labels,
          points: line.sp,
          parentKey: line.parent ?? line.epic,
          createdAt: new Date(line.created),
        });
        const isDone = ["5", "6"].includes(line.status);
        expect(item?.state).toBe(isDone ? "closed" : "open");
        if (isDone && line.resolutiondate) {
          expect(item?.closedAt).toEqual(new Date(line.resolutiondate));
        }
      }
    });

    it("counts as many of each ending, type and place as the recording", async () => {
      const items = await itemsOf("cloud");
      const recorded = lines();
      const closed = recorded.filter(({ status }) => ["5", "6"].includes(status));
      // Duplicate 3; Won't Fix 2, Invalid 7, Not Our Bug 11, Cannot Reproduce 5, Needs more info 8,
      // Hold 6, Won't Do 10100; Fixed 1, Done 10000, and none at all.
      const ending = ({ resolution }: Line) => {
        if (resolution === "3") return "duplicate";
        return [null, "1", "10000"].includes(resolution) ? "completed" : "not_planned";
      };
      expect(counted(items.map(({ resolution }) => resolution))).toEqual({
        ...counted(closed.map(ending)),
        null: recorded.length - closed.length,
      });
      expect(counted(items.map(({ type }) => type))).toEqual({
        Bug: 913,
        Improvement: 528,
        "New Feature": 338,
        Story: 286,
        "Sub-task": 89,
        Epic: 20,
        "Technical task": 9,
      });
      expect(items.filter(({ isContainer }) => isContainer)).toHaveLength(20);
      expect(items.filter(({ isSubtask }) => isSubtask)).toHaveLength(98);
      expect(items.filter(({ sprint }) => sprint !== null)).toHaveLength(860);
    });
  },
);
