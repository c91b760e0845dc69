import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { WorkItem } from "@/lib/domain/work-item";
import { readRecordedFolder } from "../../upstream/recorded-folder.mjs";
import type { StandInEvent } from "../../upstream/types";
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
function expected(record: Recorded): Omit<WorkItem, "events" | "effortDays"> {
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
    sprints: [],
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

/** The events the recording tells of one issue, made without the product's code. */
function eventsOf(timeline: StandInEvent[], name: string) {
  const found = timeline.filter(({ event }) => event === name);
  return [...new Set(found.map(({ created_at }) => created_at))];
}

/** From the first assignment to the close, of one that was closed once; null where there is none. */
function workedDays(timeline: StandInEvent[], closedAt: Date | null): number | null {
  const [assigned] = eventsOf(timeline, "assigned")
    .map(Date.parse)
    .sort((a, b) => a - b);
  const days = (Number(closedAt) - (assigned ?? Number.NaN)) / 86_400_000;
  return days > 0 ? Math.min(20, Math.round(days * 100) / 100) : null;
}

const repository = { owner: "bitcoin-core", name: "gui" };

async function recordedItems(token: string | null) {
  const repositories = readRecordedFolder(folder);
  const standIn = await startStandIn({ repositories, rateLimit: 5000 });
  const { connector } = connect(standIn, { repository, token });
  const records = await recordsOf(connector);
  const mapped = records.map(({ payload }) => connector.map(payload));
  const items = mapped.flatMap((one) => (one.outcome === "item" ? [one.item] : []));
  const [recorded] = repositories;
  if (recorded === undefined) throw new Error("The folder holds a repository.");
  return { standIn, mapped, items, recorded };
}

const timeout = 30_000;

describe.skipIf(!isThere)(
  "recorded bitcoin-core/gui (skipped where ../shared is absent)",
  { timeout },
  () => {
    it("gives 341 issues, each field equal to the recording, and none of the 537 pull requests", async () => {
      const { standIn, mapped, items, recorded } = await recordedItems("token-with-all-rights");
      expect(mapped.filter(({ outcome }) => outcome === "ignored")).toHaveLength(537);
      const issues = recorded.issues
        .filter((record) => !("pull_request" in record))
        .map((record) => recordedSchema.parse(record));
      expect(issues).toHaveLength(341);
      expect(items.map(({ events, effortDays, ...item }) => item)).toEqual(issues.map(expected));
      // Nine pages of the listing, and in each one or two questions for fifty histories at once.
      expect(standIn.requests.length).toBeLessThanOrEqual(9 * 3);
    });

    it.each([
      ["GraphQL", "token-with-all-rights"],
      ["REST", null],
    ])("gives the history that was recorded, read by %s", async (_way, token) => {
      const { items, recorded } = await recordedItems(token);
      const counts: Record<string, number> = {};
      for (const { number, events, closedAt, effortDays, labels, state } of items) {
        const timeline = recorded.events?.[number ?? 0] ?? [];
        const at = (type: string) =>
          events.filter((event) => event.type === type).map((event) => secondsOf(event.at));
        // GitHub writes an event up to three seconds after the change: the issue tells of its last closing.
        const written = eventsOf(timeline, "closed");
        const closings = closedAt ? [...written.slice(0, -1), secondsOf(closedAt)] : written;
        expect(at("closed")).toEqual(closings);
        expect(at("reopened")).toEqual(eventsOf(timeline, "reopened"));
        expect(at("retitled").slice(1)).toEqual(eventsOf(timeline, "renamed"));
        expect(at("closed").length > at("reopened").length).toBe(state === "closed");
        if (closedAt) expect(Date.parse(written.at(-1) ?? "") - +closedAt).toBeLessThan(3001);
        for (const name of ["labeled", "unlabeled"]) {
          expect(at("relabelled")).toEqual(expect.arrayContaining(eventsOf(timeline, name)));
        }
        expect(at("milestoned")).toEqual(expect.arrayContaining(eventsOf(timeline, "milestoned")));
        if (state === "closed" && !at("reopened").length) {
          expect(effortDays, `${number}`).toBe(workedDays(timeline, closedAt));
        }
        const last = events.findLast(({ type }) => type === "relabelled");
        if (last) expect(last.detail?.split("\n") ?? []).toEqual([...labels].sort());
        for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
      }
      expect(counts).toMatchObject({ opened: 341, reopened: 12, retyped: 2 });
    });
  },
);

function secondsOf(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}
