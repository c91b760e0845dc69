import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { Db } from "../client";
import { type NoteRow, notes } from "../schema";

type NoteKey = { workspaceId: string; noteId: string };
type ProductKey = { workspaceId: string; productId: string };

const ofNote = ({ workspaceId, noteId }: NoteKey) =>
  and(eq(notes.workspaceId, workspaceId), eq(notes.id, noteId));
const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(notes.workspaceId, workspaceId), eq(notes.productId, productId));

export async function insertNote(db: Db, row: NoteRow): Promise<void> {
  await db.insert(notes).values(row);
}

export async function findNote(db: Db, key: NoteKey): Promise<NoteRow | null> {
  const [row] = await db.select().from(notes).where(ofNote(key));
  return row ?? null;
}

/** A product's notes by day, in the order in which they were written; both days are included. */
export function listNotesOfProduct(
  db: Db,
  { from, to, ...product }: ProductKey & { from?: string | undefined; to?: string | undefined },
): Promise<NoteRow[]> {
  const since = from === undefined ? undefined : gte(notes.day, from);
  const until = to === undefined ? undefined : lte(notes.day, to);
  return db
    .select()
    .from(notes)
    .where(and(ofProduct(product), since, until))
    .orderBy(asc(notes.day), asc(notes.createdAt), asc(notes.id));
}

export async function countNotes(db: Db, key: ProductKey): Promise<number> {
  return db.$count(notes, ofProduct(key));
}

/** Null where there is no such note. */
export async function updateNote(
  db: Db,
  key: NoteKey,
  change: Partial<Pick<NoteRow, "day" | "kind" | "text">> & Pick<NoteRow, "editedAt">,
): Promise<NoteRow | null> {
  const [row] = await db.update(notes).set(change).where(ofNote(key)).returning();
  return row ?? null;
}

export async function deleteNote(db: Db, key: NoteKey): Promise<boolean> {
  const deleted = await db.delete(notes).where(ofNote(key)).returning({ id: notes.id });
  return deleted.length > 0;
}
