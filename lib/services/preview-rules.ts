import { z } from "zod";
import { dayOf } from "@/lib/balance/calendar";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import type { RuleWarning } from "@/lib/classify/rules/watch-unmet";
import type { PreviewItem, PreviewMove, PreviewRules, RulesPreview } from "@/lib/contracts/rules";
import { type Classification, unclassified } from "@/lib/domain/classification";
import { type ItemChange, type PreviewBatch, previewBatches } from "@/lib/sync/preview-rules";
import type { Context } from "./context";
import { readCursorOf, writeCursorOf } from "./cursor";
import { requireProduct } from "./find-product";

const cursorSchema = z.object({ id: z.uuid() });
const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * What saving a set of rules would move: how much from where to where in which month, and the items,
 * a page at a time. Saves nothing, and stops between two batches where `signal` says that nobody
 * waits any more. Errors: `not_found`; the signal's reason.
 */
export async function previewRules({
  ctx,
  input: { productId, ruleSet, limit, cursor },
  signal,
}: {
  ctx: Context;
  input: { productId: string } & PreviewRules;
  signal?: AbortSignal;
}): Promise<RulesPreview> {
  const { workspaceId, id, timeZone, learntVersion } = await requireProduct(ctx, productId, "read");
  const key = { workspaceId, productId: id };
  const after = readCursorOf(cursorSchema, cursor)?.id ?? null;
  const model = await ctx.modelOf(ctx.db, key, learntVersion);
  const batches = previewBatches(ctx.db, key, { ruleSet, after: after ?? firstId, model });
  const page: ItemChange[] = [];
  const counted = new PreviewCount(timeZone);
  let warnings: RuleWarning[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const { value, done } = await batches.next();
    if (done) {
      warnings = value;
      break;
    }
    counted.add(value);
    page.push(...value.changes.filter(isMove).slice(0, limit + 1 - page.length));
    // The figures stand on the first page; another needs only its own items.
    if (after !== null && page.length > limit) break;
  }
  const shown = page.slice(0, limit);
  const last = page.length > limit ? shown.at(-1) : undefined;
  return {
    summary: after === null ? { ...counted.summary(ruleSet), warnings } : null,
    items: shown.map(itemAnswer),
    nextCursor: last ? writeCursorOf(cursorSchema, { id: last.item.id }) : null,
  };
}

function isMove({ from, to }: ItemChange): boolean {
  return (from?.category ?? null) !== to.category;
}

/** Adds up batches; its size grows with months and categories, not with items. */
class PreviewCount {
  private looked = 0;
  private moved = 0;
  private kindOnly = 0;
  private readonly moves = new Map<string, PreviewMove>();
  private readonly decided = new Map<string, number>();

  constructor(private readonly timeZone: string) {}

  add({ looked, changes, decided }: PreviewBatch): void {
    this.looked += looked;
    for (const [name, items] of decided) {
      this.decided.set(name, (this.decided.get(name) ?? 0) + items);
    }
    for (const change of changes) {
      if (isMove(change)) this.addMove(change);
      else this.kindOnly += 1;
    }
  }

  summary({ rules }: RuleSet) {
    const { looked, moved, kindOnly } = this;
    const moves = [...this.moves.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    const matches = rules.map(({ id, name }) => ({
      ruleId: id,
      items: this.decided.get(name) ?? 0,
    }));
    return { looked, moved, kindOnly, moves: moves.map(([, move]) => move), matches };
  }

  private addMove({ item: { weight }, from, to }: ItemChange): void {
    const { closedAt, points } = weight;
    const month = closedAt && dayOf(closedAt, this.timeZone).slice(0, 7);
    const before = from?.category ?? null;
    const key = `${month ?? "open"} ${before} ${to.category}`;
    const move = this.moves.get(key) ?? {
      ...{ month, from: before, to: to.category },
      ...{ items: 0, points: 0, unestimated: 0 },
    };
    move.items += 1;
    move.points += points ?? 0;
    move.unestimated += points === null ? 1 : 0;
    this.moves.set(key, move);
    this.moved += 1;
  }
}

function itemAnswer({ item, from, to }: ItemChange): PreviewItem {
  const { closedAt, points } = item.weight;
  return {
    id: item.id,
    key: item.item.key,
    title: item.item.title,
    closedAt: closedAt?.toISOString() ?? null,
    points,
    from: answerOf(from ?? unclassified),
    to: answerOf(to),
  };
}

function answerOf({ category, kind, because, evidence }: Classification): PreviewItem["to"] {
  return { category, kind, because, evidence };
}
