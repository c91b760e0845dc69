import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type TeamRow, teams } from "../schema";

type TeamKey = { workspaceId: string; teamId: string };
type ProductKey = { workspaceId: string; productId: string };

const ofTeam = ({ workspaceId, teamId }: TeamKey) =>
  and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId));
const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(teams.workspaceId, workspaceId), eq(teams.productId, productId));

/** False where the product has a team of that name. */
export async function insertTeam(db: Db, row: TeamRow): Promise<boolean> {
  const inserted = await db
    .insert(teams)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: teams.id });
  return inserted.length > 0;
}

export async function findTeam(db: Db, key: TeamKey): Promise<TeamRow | null> {
  const [row] = await db.select().from(teams).where(ofTeam(key));
  return row ?? null;
}

/** A product's teams by name. */
export function listTeamsOfProduct(db: Db, key: ProductKey): Promise<TeamRow[]> {
  return db.select().from(teams).where(ofProduct(key)).orderBy(sql`${teams.identity} collate "C"`);
}

/** Those of the given teams that the product has. */
export function readTeams(
  db: Db,
  { teamIds, ...product }: ProductKey & { teamIds: string[] },
): Promise<TeamRow[]> {
  return db
    .select()
    .from(teams)
    .where(and(ofProduct(product), inArray(teams.id, teamIds)));
}

export async function countTeams(db: Db, key: ProductKey): Promise<number> {
  return db.$count(teams, ofProduct(key));
}

/** Null where there is no such team. Fails as a unique violation where another has the name. */
export async function updateTeam(
  db: Db,
  key: TeamKey,
  change: Partial<Pick<TeamRow, "name" | "identity" | "filter">>,
): Promise<TeamRow | null> {
  const [row] = await db.update(teams).set(change).where(ofTeam(key)).returning();
  return row ?? null;
}

export async function deleteTeam(db: Db, key: TeamKey): Promise<boolean> {
  const deleted = await db.delete(teams).where(ofTeam(key)).returning({ id: teams.id });
  return deleted.length > 0;
}
