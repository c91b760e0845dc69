import type { CollectedPage, Connector, Mapped, RawRecord } from "@/lib/connectors/connector";
import type { WorkItem } from "@/lib/domain/work-item";

/** So that a few items make several pages; where there are many, a page is as long as a tracker's. */
const [fewOnPage, manyOnPage] = [3, 100];

/** A tracker in memory: items by external id, walked in creation order with a resumable checkpoint. */
export class MemoryTracker {
  readonly items = new Map<string, WorkItem>();
  /** What `since` cannot see, as the tracker would digest it. */
  fingerprint: string | null = null;
  /** Another name with another `read` stands for changed settings. */
  mapping = "memory 1";
  read: (payload: unknown) => Mapped = (payload) => ({ outcome: "item", item: revived(payload) });
  /** How often each thing was asked. */
  readonly asked = { check: 0, pages: 0, find: 0, fingerprint: 0 };
  /** Called before each page; throw from it to break the walk there. */
  beforePage: (page: number) => void = () => undefined;

  private readonly pageSize: number;

  constructor(items: WorkItem[] = []) {
    this.pageSize = items.length < manyOnPage ? fewOnPage : manyOnPage;
    for (const item of items) this.put(item);
  }

  put(item: WorkItem): void {
    this.items.set(item.externalId, item);
  }

  connector(): Connector {
    return {
      check: async () => {
        this.asked.check += 1;
        return { name: "owner/repository", url: "https://github.com/owner/repository" };
      },
      estimateTotal: async () => this.items.size,
      collect: ({ since, checkpoint }) => this.walk(since, checkpoint),
      find: async ({ externalId }) => {
        this.asked.find += 1;
        const item = this.items.get(externalId);
        return item ? recordOf(item) : null;
      },
      map: (payload) => this.read(payload),
      mapping: this.mapping,
      fingerprint: async () => {
        this.asked.fingerprint += 1;
        return this.fingerprint;
      },
    };
  }

  private async *walk(since: Date | null, checkpoint: string | null): AsyncIterable<CollectedPage> {
    const { pageSize } = this;
    for (let page = Number(checkpoint ?? 0); ; page++) {
      this.beforePage(page);
      this.asked.pages += 1;
      const all = [...this.items.values()].filter((item) => !since || item.updatedAt >= since);
      const rows = all.slice(page * pageSize, (page + 1) * pageSize);
      const more = all.length > (page + 1) * pageSize;
      yield { records: rows.map(recordOf), next: more ? String(page + 1) : null };
      if (!more) return;
    }
  }
}

function recordOf(item: WorkItem): RawRecord {
  return { externalId: item.externalId, payload: JSON.parse(JSON.stringify(item)) };
}

/** Guarantee: only payloads made by `recordOf` come here, so only the dates need reviving. */
export function revived(payload: unknown): WorkItem {
  const item = payload as WorkItem;
  return {
    ...item,
    createdAt: new Date(item.createdAt),
    updatedAt: new Date(item.updatedAt),
    closedAt: item.closedAt && new Date(item.closedAt),
    sprints: item.sprints.map((sprint) => ({
      ...sprint,
      startsAt: sprint.startsAt && new Date(sprint.startsAt),
      endsAt: sprint.endsAt && new Date(sprint.endsAt),
      completedAt: sprint.completedAt && new Date(sprint.completedAt),
    })),
    events: item.events.map((event) => ({ ...event, at: new Date(event.at) })),
  };
}
