import type { Db } from "@/db/client";
import { ensureWorkspace, insertProduct } from "@/db/queries/products";
import { findSource, insertSource } from "@/db/queries/sources";
import type { ProductRow, SourceRow } from "@/db/schema";
import { classifierVersion } from "@/lib/classify/classify-item";
import { ledgerVersion } from "@/lib/domain/ledger";
import { talkDefaults } from "@/lib/domain/trigger";
import type { WorkItem } from "@/lib/domain/work-item";

let made = 0;

/** A fixed instant, so that no test depends on the day it runs. */
export const testNow = new Date("2026-03-02T12:00:00Z");

/** A product in a workspace of its own. */
export async function makeProduct(db: Db, change: Partial<ProductRow> = {}): Promise<ProductRow> {
  const row: ProductRow = {
    workspaceId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    name: `Product ${++made}`,
    timeZone: "UTC",
    weekStart: "monday",
    sample: false,
    classifierVersion,
    rulesVersion: 0,
    correctionsVersion: 0,
    learntVersion: 0,
    ledgerVersion,
    ...talkDefaults,
    createdAt: testNow,
    ...change,
  };
  await ensureWorkspace(db, { workspaceId: row.workspaceId, name: "Test", createdAt: testNow });
  await insertProduct(db, row);
  return row;
}

/** A GitHub source of a product, without a token and never synced. */
export async function makeSource(
  db: Db,
  product: ProductRow,
  change: Partial<SourceRow> = {},
): Promise<SourceRow> {
  const name = `owner/repository-${++made}`;
  const row = {
    workspaceId: product.workspaceId,
    id: crypto.randomUUID(),
    productId: product.id,
    kind: "github" as const,
    identity: name,
    name,
    url: `https://github.com/${name}`,
    apiUrl: null,
    count: "issues" as const,
    settings: { owner: "owner", name: name.slice("owner/".length) },
    credential: null,
    nextRunAt: null,
    createdAt: testNow,
    ...change,
  };
  await insertSource(db, row);
  const stored = await findSource(db, { workspaceId: row.workspaceId, sourceId: row.id });
  if (!stored) throw new Error("The source was not stored.");
  return stored;
}

/** A work item, open and without any evidence of what it is. */
export function workItem(change: Partial<WorkItem> & { number: number }): WorkItem {
  const createdAt = change.createdAt ?? new Date("2026-01-05T09:00:00Z");
  const closedAt = change.closedAt ?? null;
  return {
    externalId: String(1000 + change.number),
    key: `owner/repository#${change.number}`,
    url: `https://github.com/owner/repository/issues/${change.number}`,
    title: `Item ${change.number}`,
    body: null,
    state: closedAt ? "closed" : "open",
    resolution: closedAt ? "completed" : null,
    originalResolution: closedAt ? "completed" : null,
    type: null,
    status: null,
    priority: null,
    labels: [],
    components: [],
    sprint: null,
    sprints: [],
    milestone: null,
    author: "ada",
    assignee: null,
    assignees: [],
    parentKey: null,
    isContainer: false,
    isSubtask: false,
    points: null,
    effortDays: null,
    createdAt,
    updatedAt: createdAt,
    closedAt,
    events: [
      { type: "opened", at: createdAt, detail: null },
      ...(closedAt ? [{ type: "closed" as const, at: closedAt, detail: "completed" }] : []),
    ],
    ...change,
  };
}
