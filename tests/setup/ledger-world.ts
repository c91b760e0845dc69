import type { Db } from "@/db/client";
import type { ProductRow, SourceRow } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import type { BucketSize, Measure, Unit, Weekday } from "@/lib/domain/balance";
import type { Category, CategoryOrNone } from "@/lib/domain/category";
import { effortDays, effortEvents } from "@/lib/domain/effort";
import type { ItemEvent } from "@/lib/domain/work-item";
import { clearCategory } from "@/lib/services/clear-category";
import { getBalance } from "@/lib/services/get-balance";
import { createReadCache } from "@/lib/services/read-cache";
import { setCategory } from "@/lib/services/set-category";
import { updateProduct } from "@/lib/services/update-product";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "./context";
import { MemoryTracker } from "./memory-connector";
import { naiveCounts, type OracleCounts, type OracleItem } from "./naive-balance";
import { syncOnce } from "./sync-once";

/** An item as its tracker has it, by its place in the world's list. */
export type TrackedItem = {
  source: 0 | 1;
  createdAt: Date;
  /** When it was closed, reopened, closed …, in order. */
  passages: Date[];
  points: number | null;
  /** When it was taken up, laid down, taken up …, in order. */
  progress: Date[];
  labels: string[];
  assignees: string[];
};

/** Values of one field are alternatives; fields come together. */
export type WorldFilter = {
  source?: (0 | 1)[];
  label?: string[];
  assignee?: string[];
  category?: CategoryOrNone[];
  estimated?: "yes" | "no";
  measured?: "yes" | "no";
  q?: string;
};

export type WorldQuestion = {
  from: string;
  to: string;
  bucket: BucketSize;
  measure: Measure;
  unit: Unit;
  filter: WorldFilter;
};

type Known = TrackedItem & { removedAt: Date | null; category: Category | null };

/** A product with two trackers, beside all that is known of it in plain memory. */
export class LedgerWorld {
  private readonly trackers = [new MemoryTracker(), new MemoryTracker()] as const;
  private readonly known: Known[] = [];
  /** Kept for the world's whole life, so that what is kept too long is found out. */
  private readonly reads = createReadCache();

  private constructor(
    private readonly db: Db,
    public product: ProductRow,
    private readonly sources: readonly [SourceRow, SourceRow],
  ) {}

  static async create(db: Db): Promise<LedgerWorld> {
    const product = await makeProduct(db);
    return new LedgerWorld(db, product, [
      await makeSource(db, product),
      await makeSource(db, product),
    ]);
  }

  get size(): number {
    return this.known.length;
  }

  /** Puts an item into its tracker, new or in place of one that is there; the next sync reads it. */
  put(index: number, item: TrackedItem): void {
    const before = this.known[index];
    if (before?.removedAt) return;
    // An item stays where it is.
    const source = before?.source ?? item.source;
    this.known[index] = { removedAt: null, category: null, ...before, ...item, source };
    this.trackers[source].put(asWorkItem({ ...item, source }, index));
  }

  /** Takes an item out of its tracker and syncs, which finds it gone. */
  async remove(index: number): Promise<void> {
    const item = this.known[index];
    if (!item || item.removedAt) return;
    this.trackers[item.source].items.delete(String(1000 + index));
    item.removedAt = testNow;
    await this.sync();
  }

  async sync(): Promise<void> {
    for (const [place, source] of this.sources.entries()) {
      const tracker = this.trackers[place === 0 ? 0 : 1];
      await syncOnce(this.db, source, tracker.connector(), { mode: "full" });
    }
  }

  async decide(index: number, category: Category | null): Promise<void> {
    const item = this.known[index];
    if (!item) return;
    const itemId = itemIdOf(this.sources[item.source].id, String(1000 + index));
    const ctx = contextOf(this.db, this.product);
    if (category) await setCategory({ ctx, input: { itemId, decision: { category } } });
    else if (item.category) await clearCategory({ ctx, input: { itemId } });
    item.category = category;
  }

  async setCalendar(timeZone: string, weekStart: Weekday): Promise<void> {
    const ctx = contextOf(this.db, this.product);
    const input = { productId: this.product.id, change: { timeZone, weekStart } };
    await updateProduct({ ctx, input });
    this.product = { ...this.product, timeZone, weekStart };
  }

  /** What the product answers, by the first day of each bucket. */
  async ask({ filter, ...rest }: WorldQuestion) {
    const source = filter.source?.map((place) => this.sources[place].id);
    const query = getBalanceSchema.parse({ ...rest, ...filter, ...(source && { source }) });
    const ctx = contextOf(this.db, this.product, { reads: this.reads });
    const { buckets } = await getBalance({ ctx, input: { productId: this.product.id, query } });
    return buckets.map(({ start, end, counts, excluded, unestimated }) => ({
      start,
      end,
      counted: { ...counts, excluded, unestimated },
    }));
  }

  /** What a slow look at every item gives for the days from `start` to `end`. */
  count(question: WorldQuestion, start: string, end: string): OracleCounts {
    const { measure, unit, filter } = question;
    const items = this.known.flatMap((item, index) =>
      holds(filter, item, index) ? [asOracleItem(item)] : [],
    );
    return naiveCounts({ items, start, end, timeZone: this.product.timeZone, measure, unit });
  }
}

function holds(filter: WorldFilter, item: Known, index: number): boolean {
  const isOne = <T>(wanted: T[] | undefined, value: T) => !wanted || wanted.includes(value);
  const isAny = (wanted: string[] | undefined, values: string[]) =>
    !wanted || values.some((value) => wanted.includes(value));
  return (
    isOne(filter.source, item.source) &&
    isOne<CategoryOrNone>(filter.category, item.category ?? "unclassified") &&
    isAny(filter.assignee, item.assignees) &&
    isAny(filter.label, item.labels) &&
    (!filter.estimated || (filter.estimated === "yes") === (item.points !== null)) &&
    (!filter.measured || (filter.measured === "yes") === (slowEffort(item) !== null)) &&
    (!filter.q || `item ${index}`.includes(filter.q.toLowerCase()))
  );
}

function asOracleItem(item: Known): OracleItem {
  const { createdAt, removedAt, points, passages } = item;
  const pauses = passages.flatMap((closedAt, place) => {
    const reopenedAt = passages[place + 1];
    return place % 2 === 1 || !reopenedAt ? [] : [{ closedAt, reopenedAt }];
  });
  const category = item.category ?? "unclassified";
  const effortDays = slowEffort(item);
  const closedAt = lastClosing(item);
  return { createdAt, pauses, closedAt, removedAt, points, effortDays, category };
}

/** Takes one stretch of progress after another and leaves out what lies behind the closing. */
function slowEffort(item: TrackedItem): number | null {
  const closedAt = lastClosing(item);
  if (closedAt === null) return null;
  let spentMs = 0;
  for (let place = 0; place < item.progress.length; place += 2) {
    const from = Number(item.progress[place]);
    const to = Math.min(Number(item.progress[place + 1] ?? closedAt), +closedAt);
    if (to > from) spentMs += to - from;
  }
  return spentMs === 0 ? null : Math.min(20, Math.round(spentMs / 864_000) / 100);
}

function lastClosing({ passages }: TrackedItem): Date | null {
  return passages.length % 2 === 1 ? (passages.at(-1) ?? null) : null;
}

function asWorkItem(item: TrackedItem, index: number) {
  const { createdAt, passages, points, labels, assignees } = item;
  const closedAt = lastClosing(item);
  const turns = passages.map(
    (at, place): ItemEvent => ({ type: place % 2 === 0 ? "closed" : "reopened", at, detail: null }),
  );
  const steps = item.progress.map((at, place) => ({ at, inProgress: place % 2 === 0 }));
  const events = [...turns, ...effortEvents(steps, turns)];
  return workItem({
    ...{ number: index, createdAt, closedAt, points, labels, assignees, events },
    effortDays: closedAt && effortDays(steps, closedAt),
    assignee: assignees[0] ?? null,
  });
}
