import type { CollectedPage, Connector, RawRecord } from "@/lib/connectors/connector";
import type { WorkItem } from "@/lib/domain/work-item";

const pageSize = 3;

/** A tracker in memory: items by external id, walked in creation order with a resumable checkpoint. */
export class MemoryTracker {
  readonly items = new Map<string, WorkItem>();
  /** Called before each page; throw from it to break the walk there. */
  beforePage: (page: number) => void = () => undefined;

  constructor(items: WorkItem[] = []) {
    for (const item of items) this.put(item);
  }

  put(item: WorkItem): void {
    this.items.set(item.externalId, item);
  }

  connector(): Connector {
    return {
      check: async () => ({ name: "owner/repository", url: "https://github.com/owner/repository" }),
      estimateTotal: async () => this.items.size,
      collect: ({ since, checkpoint }) => this.walk(since, checkpoint),
      find: async ({ externalId }) => {
        const item = this.items.get(externalId);
        return item ? recordOf(item) : null;
      },
      map: (payload) => ({ outcome: "item", item: revived(payload) }),
    };
  }

  private async *walk(since: Date | null, checkpoint: string | null): AsyncIterable<CollectedPage> {
    for (let page = Number(checkpoint ?? 0); ; page++) {
      this.beforePage(page);
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
function revived(payload: unknown): WorkItem {
  const item = payload as WorkItem;
  return {
    ...item,
    createdAt: new Date(item.createdAt),
    updatedAt: new Date(item.updatedAt),
    closedAt: item.closedAt && new Date(item.closedAt),
    events: item.events.map((event) => ({ ...event, at: new Date(event.at) })),
  };
}
