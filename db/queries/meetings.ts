import { and, desc, eq, getTableColumns, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type MeetingRow, meetings } from "../schema";

type MeetingKey = { workspaceId: string; meetingId: string };
type ProductKey = { workspaceId: string; productId: string };

const ofMeeting = ({ workspaceId, meetingId }: MeetingKey) =>
  and(eq(meetings.workspaceId, workspaceId), eq(meetings.id, meetingId));
const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(meetings.workspaceId, workspaceId), eq(meetings.productId, productId));

/** False where a meeting of the product is open. */
export async function insertMeeting(db: Db, row: MeetingRow): Promise<boolean> {
  const inserted = await db
    .insert(meetings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: meetings.id });
  return inserted.length > 0;
}

export async function findMeeting(db: Db, key: MeetingKey): Promise<MeetingRow | null> {
  const [row] = await db.select().from(meetings).where(ofMeeting(key));
  return row ?? null;
}

export async function findOpenMeeting(
  db: Db,
  product: ProductKey,
): Promise<Pick<MeetingRow, "id" | "startedAt"> | null> {
  const [row] = await db
    .select({ id: meetings.id, startedAt: meetings.startedAt })
    .from(meetings)
    .where(and(ofProduct(product), isNull(meetings.closedAt)));
  return row ?? null;
}

/** The meeting that the next one starts from. */
export async function findLastClosed(
  db: Db,
  product: ProductKey,
): Promise<Pick<MeetingRow, "id" | "startedAt" | "minutes"> | null> {
  const { id, startedAt, minutes } = meetings;
  const [row] = await db
    .select({ id, startedAt, minutes })
    .from(meetings)
    .where(and(ofProduct(product), isNotNull(meetings.closedAt)))
    .orderBy(desc(meetings.startedAt), desc(meetings.id))
    .limit(1);
  return row ?? null;
}

export type MeetingSummaryRow = Omit<MeetingRow, "opening" | "closing">;

/** A product's meetings without what they showed, newest first. */
export function listMeetingsOfProduct(db: Db, product: ProductKey): Promise<MeetingSummaryRow[]> {
  const { opening: _, closing: __, ...columns } = getTableColumns(meetings);
  return db
    .select(columns)
    .from(meetings)
    .where(ofProduct(product))
    .orderBy(desc(meetings.startedAt), desc(meetings.id));
}

export async function countMeetings(db: Db, product: ProductKey): Promise<number> {
  return db.$count(meetings, ofProduct(product));
}

/** Changes an open meeting, if it still is at the version that the change was made from. */
export async function updateMeeting(
  db: Db,
  { version, ...key }: MeetingKey & { version: number },
  change: Partial<Pick<MeetingRow, "minutes" | "closedAt" | "closedBy" | "closing">>,
): Promise<boolean> {
  const updated = await db
    .update(meetings)
    .set({ ...change, version: sql`${meetings.version} + 1` })
    .where(and(ofMeeting(key), eq(meetings.version, version), isNull(meetings.closedAt)))
    .returning({ id: meetings.id });
  return updated.length > 0;
}
