import type { Item } from "@/lib/contracts/items";

/** An item as the API lists it, undecided and with nothing known of it. */
export function listedItem(change: Partial<Item> & { id: string }): Item {
  return {
    source: "source",
    key: `acme#${change.id}`,
    number: null,
    url: "https://example.org/",
    title: `Item ${change.id}`,
    state: "open",
    resolution: null,
    type: null,
    labels: [],
    components: [],
    sprint: null,
    milestone: null,
    createdAt: "2026-01-05T09:00:00.000Z",
    updatedAt: "2026-01-05T09:00:00.000Z",
    closedAt: null,
    removedAt: null,
    points: null,
    effortDays: null,
    author: null,
    assignee: null,
    assignees: [],
    parentKey: null,
    category: null,
    kind: null,
    because: null,
    confidence: null,
    evidence: [],
    suggestion: null,
    contested: false,
    dispute: null,
    ...change,
  };
}
