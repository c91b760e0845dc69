import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { AppError } from "@/lib/errors";
import { type Database, inSnapshot } from "./client";
import { migrationsFolder } from "./migrations-folder";
import * as schema from "./schema";

/** "BalanceM" as a number: any constant that no other program on the server is likely to use. */
const migrationLock = 4_766_917_210;

/**
 * Connects to a PostgreSQL server and migrates it, one process at a time.
 * Errors: `unavailable` where it cannot be reached, signed in to or migrated; never the URL's secret.
 */
export async function openServer(url: string): Promise<Database> {
  return open(url, { connections: 10, prepare: () => migrateAlone(url) });
}

/**
 * As `openServer`, over one connection, and leaves the schema as it is found: to be backed up, or
 * restored into.
 */
export function openServerAsItIs(url: string): Promise<Database> {
  return open(url, { connections: 1, prepare: async () => undefined });
}

async function open(
  url: string,
  { connections, prepare }: { connections: number; prepare: () => Promise<void> },
): Promise<Database> {
  const client = connect(url, connections);
  const db = drizzle(client, { schema });
  try {
    await requireVersion(client);
    await prepare();
  } catch (error) {
    await client.end({ timeout: 1 });
    if (error instanceof AppError) throw error;
    throw new AppError("unavailable", `The database in DATABASE_URL ${whyNot(error)}`, {
      cause: error,
    });
  }
  return {
    db,
    kind: "server",
    ping: async () => {
      await client`select 1`;
    },
    snapshot: (work) => inSnapshot(db, work),
    close: () => client.end({ timeout: 5 }),
  };
}

function connect(url: string, max: number) {
  try {
    return postgres(url, { max, connect_timeout: 10, onnotice: () => undefined });
  } catch (error) {
    throw new AppError("unavailable", "DATABASE_URL is not a PostgreSQL address.", {
      cause: error,
    });
  }
}

async function requireVersion(client: postgres.Sql): Promise<void> {
  const [row] = await client<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`;
  if (!row || row.version < 150_000) {
    throw new AppError("unavailable", "DATABASE_URL names a PostgreSQL older than 15.");
  }
}

/** Two processes that start together must not both apply the same migration. */
async function migrateAlone(url: string): Promise<void> {
  const client = connect(url, 1);
  try {
    const db = drizzle(client, { schema });
    await db.execute(sql`select pg_advisory_lock(${migrationLock}::bigint)`);
    await migrate(db, { migrationsFolder: migrationsFolder() });
  } finally {
    await client.end({ timeout: 1 });
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ECONNREFUSED":
    case "CONNECT_TIMEOUT":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "ETIMEDOUT":
      return "cannot be reached. Is the server running, and are host and port right?";
    case "28P01":
    case "28000":
      return "refused the user name or password.";
    case "3D000":
      return "does not exist on that server.";
    default:
      return `cannot be used${code ? ` (${code})` : ""}.`;
  }
}
