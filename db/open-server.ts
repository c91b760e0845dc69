import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { AppError } from "@/lib/errors";
import { type Database, inSnapshot } from "./client";
import { migrationsFolder } from "./migrations-folder";
import { allWorkspaces, secureRows, workspaceSetting } from "./row-security";
import * as schema from "./schema";
import { WorkspacePools } from "./workspace-pools";

/** "BalanceM" as a number: any constant that no other program on the server is likely to use. */
const migrationLock = 4_766_917_210;

/** As long as somebody may wait for one statement. */
const requestTimeoutMs = 30_000;

/**
 * Connects to a PostgreSQL server and migrates it, one process at a time. Statements of requests are
 * cut off after `statementTimeoutMs` and see the rows of one workspace; those of syncs, migrations
 * and commands work for all, as long as it takes.
 * Errors: `unavailable` where it cannot be reached, signed in to or migrated; never the URL's secret.
 */
export async function openServer(
  url: string,
  { statementTimeoutMs = requestTimeoutMs } = {},
): Promise<Database> {
  return open(url, {
    ...{ connections: 10, statementTimeoutMs },
    prepare: () => migrateAlone(url),
  });
}

/**
 * As `openServer`, over one connection, and leaves the schema as it is found: to be backed up, or
 * restored into.
 */
export function openServerAsItIs(url: string): Promise<Database> {
  const none = { connections: 1, statementTimeoutMs: requestTimeoutMs };
  return open(url, { ...none, prepare: async () => undefined });
}

async function open(
  url: string,
  {
    connections,
    statementTimeoutMs,
    prepare,
  }: { connections: number; statementTimeoutMs: number; prepare: () => Promise<void> },
): Promise<Database> {
  const client = connect(url, { ...allRows, max: connections });
  const db = drizzle(client, { schema });
  const limited = new WorkspacePools((workspaceId) =>
    connect(url, {
      connection: { [workspaceSetting]: workspaceId, statement_timeout: statementTimeoutMs },
      idle_timeout: idleSeconds,
      max: 5,
    }),
  );
  try {
    await requireVersion(client);
    await requireSetting(client);
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
    requestsOf: (workspaceId) => limited.of(workspaceId),
    kind: "server",
    ping: async () => {
      await client`select 1`;
    },
    snapshot: (work) => inSnapshot(db, work),
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), limited.close()]);
    },
  };
}

const allRows = { connection: { [workspaceSetting]: allWorkspaces } };
/** Workspaces that nobody works in hold no connections: so many are at work at once on one server. */
const idleSeconds = 20;

/** A statement over the journals reads what has changed in a tenth of the time its compiling takes. */
const notCompiled = { jit: "off" };

type Connecting = {
  connection: Record<string, string | number>;
  idle_timeout?: number;
  max?: number;
};

function connect(url: string, options: Connecting) {
  try {
    const usual = { max: 10, connect_timeout: 10, onnotice: () => undefined };
    const connection = { ...options.connection, ...notCompiled };
    return postgres(url, { ...usual, ...options, connection });
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

/** A pooler in between may drop what a connection says of itself; every table would seem empty. */
async function requireSetting(client: postgres.Sql): Promise<void> {
  const [row] = await client<{ workspace: string | null }[]>`
    select current_setting(${workspaceSetting}, true) as workspace`;
  if (row?.workspace !== allWorkspaces) {
    throw new AppError(
      "unavailable",
      "Something between here and the database in DATABASE_URL drops settings of connections. Name the server itself, or a pooler that keeps sessions and passes them on.",
    );
  }
}

/** Two processes that start together must not both apply the same migration. */
async function migrateAlone(url: string): Promise<void> {
  const client = connect(url, { ...allRows, max: 1 });
  try {
    const db = drizzle(client, { schema });
    await db.execute(sql`select pg_advisory_lock(${migrationLock}::bigint)`);
    await migrate(db, { migrationsFolder: migrationsFolder() });
    await db.execute(sql`set lock_timeout = '10s'`);
    await secureRows(db);
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
    case "08P01":
      return "refuses settings of connections, as a pooler does. Name the server itself, or let the pooler pass on backlog.workspace and statement_timeout.";
    case "55P03":
    case "40P01":
      return "is in use by other processes, perhaps of an older version. Stop them, and start again.";
    case "3D000":
      return "does not exist on that server.";
    default:
      return `cannot be used${code ? ` (${code})` : ""}.`;
  }
}
