import { z } from "zod";
import { storableTextOrNull } from "@/lib/connectors/storable-text";
import { effortDays, effortEvents } from "@/lib/domain/effort";
import type { ItemEvent, ItemEventType } from "@/lib/domain/work-item";
import { historyFieldOf } from "./changelog-fields";
import { instantSchema } from "./instant";
import { progressOf } from "./progress";
import type { StatusCategories } from "./record";

/** One change of one kept field. Texts are the names at that time, ids those of the statuses. */
type Change = {
  at: Date;
  field: "status" | "resolution" | "issuetype" | "labels" | "project";
  fromId: string | null;
  toId: string | null;
  fromText: string | null;
  toText: string | null;
};

type IssueNow = { createdAt: Date; updatedAt: Date; resolvedAt: Date | null; isDone: boolean };

/**
 * What happened to an issue, and when it was last closed. Closed is the passage of its status from
 * outside the category `done` into it; going on from Resolved to Closed is no second one.
 */
export function readHistory(
  histories: unknown[],
  categories: StatusCategories,
  now: IssueNow,
): { closedAt: Date | null; effortDays: number | null; events: ItemEvent[] } {
  const changes = histories.flatMap(changesOf).sort((one, other) => +one.at - +other.at);
  const { closedAt, events } = withoutEffort(changes, categories, now);
  const moves = changes.filter(({ field }) => field === "status");
  const steps = progressOf(moves, categories, now.createdAt);
  return {
    closedAt,
    effortDays: closedAt && effortDays(steps, closedAt),
    events: tidy([...events, ...effortEvents(steps, events)]),
  };
}

function withoutEffort(
  changes: Change[],
  categories: StatusCategories,
  now: IssueNow,
): { closedAt: Date | null; events: ItemEvent[] } {
  const passages = passagesOf(changes, categories);
  const last = passages.at(-1);
  const events = [
    { type: "opened" as const, at: now.createdAt, detail: null },
    ...passages,
    ...valueEvents(changes, now.createdAt),
  ];
  if (now.isDone) {
    if (last?.type === "closed") return { closedAt: last.at, events: tidy(events) };
    // What was resolved before it was reopened was closed again, without an entry.
    const isResolvedSince = now.resolvedAt && (!last || now.resolvedAt > last.at);
    const closedAt = (isResolvedSince && now.resolvedAt) || now.updatedAt;
    events.push({ type: "closed", at: closedAt, detail: null });
    return { closedAt, events: tidy(events) };
  }
  // A status that was moved out of `done` by an administrator leaves no entry.
  if (last?.type === "closed") events.push({ type: "reopened", at: now.updatedAt, detail: null });
  return { closedAt: null, events: tidy(events) };
}

function passagesOf(changes: Change[], categories: StatusCategories): ItemEvent[] {
  let isDone: boolean | null = null;
  const passages: ItemEvent[] = [];
  for (const change of changes.filter(({ field }) => field === "status")) {
    const before: boolean = isDone ?? categoryIsDone(change.fromId, categories) ?? false;
    // A status that is gone from the site has no category any more: it changes nothing.
    const after: boolean = categoryIsDone(change.toId, categories) ?? before;
    isDone = after;
    if (before === after) continue;
    passages.push({
      type: after ? "closed" : "reopened",
      at: change.at,
      detail: (after ? resolutionSetWith(change, changes) : null) ?? change.toText,
    });
  }
  return withoutDetours(passages);
}

/**
 * What the passages of one instant come to, since the journal could not tell which came last: some
 * sites keep whole seconds. Out of done and back there is one more closing; the other way is nothing.
 */
function withoutDetours(passages: ItemEvent[]): ItemEvent[] {
  return passages.flatMap((passage, index) => {
    if (+passage.at === Number(passages[index + 1]?.at)) return [];
    const before = passages.slice(0, index).filter(({ at }) => +at === +passage.at);
    if (before.length % 2 === 0) return [passage];
    return passage.type === "closed" ? [...before.slice(-1), passage] : [];
  });
}

function categoryIsDone(statusId: string | null, categories: StatusCategories): boolean | null {
  const category = statusId === null ? undefined : categories[statusId];
  return category === undefined ? null : category === "done";
}

function resolutionSetWith({ at }: Change, changes: Change[]): string | null {
  return changes.find((other) => other.field === "resolution" && +other.at === +at)?.toText ?? null;
}

const eventTypeOf = {
  status: "status",
  resolution: "resolved",
  issuetype: "retyped",
  labels: "relabelled",
  project: null,
} as const satisfies Record<Change["field"], ItemEventType | null>;

/** Each kept field's values: the one it began with, at the creation, and each later one. */
function valueEvents(changes: Change[], createdAt: Date): ItemEvent[] {
  const begun = new Set<ItemEventType>();
  return changes.flatMap(({ field, at, fromText, toText }): ItemEvent[] => {
    const type = eventTypeOf[field];
    if (type === null) return [];
    const first: ItemEvent[] = begun.has(type) ? [] : [{ type, at: createdAt, detail: fromText }];
    begun.add(type);
    return [...first, { type, at, detail: toText }];
  });
}

/** In order of time; of two of one type at one instant, the later entry stands. */
function tidy(events: ItemEvent[]): ItemEvent[] {
  const byPlace = new Map(events.map((event) => [`${+event.at} ${event.type}`, event]));
  return [...byPlace.values()].sort((one, other) => +one.at - +other.at);
}

const historySchema = z.object({ created: instantSchema, items: z.array(z.unknown()) });

function changesOf(history: unknown): Change[] {
  const parsed = historySchema.safeParse(history);
  if (!parsed.success) return [];
  return parsed.data.items.flatMap((item): Change[] => {
    const field = historyFieldOf(item);
    if (field === null) return [];
    return [
      {
        at: parsed.data.created,
        field,
        fromId: textOf(item, "from"),
        toId: textOf(item, "to"),
        fromText: textOf(item, "fromString"),
        toText: textOf(item, "toString"),
      },
    ];
  });
}

/** A text of a record: where `toString` is missing, what every object inherits is a function. */
function textOf(item: unknown, name: string): string | null {
  if (typeof item !== "object" || item === null) return null;
  const value: unknown = Reflect.get(item, name);
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" ? storableTextOrNull(text) : null;
}
