import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { WorkItem } from "@/lib/domain/work-item";
import { readRecordedFolder } from "../../upstream/recorded-folder.mjs";
import { connect, recordsOf, startStandIn } from "./connector-harness";

const folder = "../shared/recorded/github/bitcoin-core__gui";
const isThere = existsSync(folder);

const login = z.object({ login: z.string() });
const recordedSchema = z.object({
  id: z.int(),
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(["open", "closed"]),
  state_reason: z.string().nullable(),
  type: z.object({ name: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string() })),
  milestone: z.object({ title: z.string() }).nullable(),
  user: login.nullable(),
  assignee: login.nullable(),
  assignees: z.array(login),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
});
type Recorded = z.infer<typeof recordedSchema>;

/** The work item the recording stands for, made without the mapper. */
function expected(record: Recorded): Omit<WorkItem, "events"> {
  const reason = record.state_reason;
  return {
    externalId: `${record.id}`,
    key: `bitcoin-core/gui#${record.number}`,
    number: record.number,
    url: `https://github.com/bitcoin-core/gui/issues/${record.number}`,
    title: record.title,
    body: record.body,
    state: record.state,
    resolution:
      record.state === "open" ? null : reason === "not_planned" ? "not_planned" : "completed",
    originalResolution: reason,
    type: record.type?.name ?? null,
    status: null,
    priority: null,
    labels: record.labels.map(({ name }) => name),
    components: [],
    sprint: null,
    milestone: record.milestone?.title ?? null,
    author: record.user?.login ?? null,
    assignee: record.assignee?.login ?? null,
    assignees: record.assignees.map(({ login }) => login),
    parentKey: null,
    isContainer: false,
    isSubtask: false,
    points: null,
    createdAt: new Date(record.created_at),
    updatedAt: new Date(record.updated_at),
    closedAt: record.closed_at === null ? null : new Date(record.closed_at),
  };
}

describe.skipIf(!isThere)("recorded bitcoin-core/gui (skipped where ../shared is absent)", () => {
  it("gives 341 issues, each field equal to the recording, and none of the 537 pull requests", async () => {
    const repositories = readRecordedFolder(folder);
    const standIn = await startStandIn({ repositories });
    const repository = { owner: "bitcoin-core", name: "gui" };
    const { connector } = connect(standIn, { repository });
    const records = await recordsOf(connector);
    const mapped = records.map(({ payload }) => connector.map(payload));
    const items = mapped.flatMap((one) => (one.outcome === "item" ? [one.item] : []));
    expect(mapped.filter(({ outcome }) => outcome === "ignored")).toHaveLength(537);
    const issues = (repositories[0]?.issues ?? [])
      .filter((record) => !("pull_request" in record))
      .map((record) => recordedSchema.parse(record));
    expect(issues).toHaveLength(341);
    expect(items.map(({ events, ...item }) => item)).toEqual(issues.map(expected));
    expect(items.every(({ events, closedAt }) => events.length === (closedAt ? 2 : 1))).toBe(true);
  });
});
