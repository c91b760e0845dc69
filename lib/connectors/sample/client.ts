import type { SampleRecord } from "./api-types";
import { generateHistory } from "./history/generate-history";
import type { HistoryItem } from "./history/history-item";

/** Far from any real tracker's numbers in a log. */
const firstId = 900_000_000;

const stamp = (date: Date) => date.toISOString().replace(".000Z", "Z");

function toRecord(item: HistoryItem): SampleRecord {
  const { number, title, type, milestone, assignee, openedAt, closedAt } = item;
  return {
    id: firstId + number,
    number,
    html_url: "",
    title,
    body: "Generated for the sample product. There is no such issue anywhere.",
    state: closedAt ? "closed" : "open",
    state_reason: item.ending,
    type: type === null ? null : { name: type },
    labels: item.labels.map((name) => ({ name })),
    milestone: milestone === null ? null : { title: milestone },
    user: { login: item.author },
    assignee: assignee === null ? null : { login: assignee },
    created_at: stamp(openedAt),
    updated_at: stamp(closedAt ?? openedAt),
    closed_at: closedAt && stamp(closedAt),
    assigned_at: assignedAt(item),
  };
}

const dayMs = 86_400_000;

/** Between half a day and nine days of work before it was done; what nobody took up has none. */
function assignedAt({ number, assignee, openedAt, closedAt }: HistoryItem): string | null {
  if (assignee === null || closedAt === null) return null;
  const workedMs = (0.5 + ((number * 37) % 90) / 10) * dayMs;
  return stamp(new Date(Math.max(+openedAt, +closedAt - workedMs)));
}

/** The records a tracker would serve, in order of number. Generated anew at each call: about 0.1 s. */
export function listSampleRecords(options: { seed: number; anchor: Date }): SampleRecord[] {
  return generateHistory(options).map(toRecord);
}
