import { accessSync, constants, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { drizzle, type PgliteDatabase } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { AppError } from "@/lib/errors";
import { type Database, type Db, inSnapshot } from "./client";
import { lockFolder } from "./embedded/folder-lock";
import { asPgliteClient, PgliteThread } from "./embedded/pglite-thread";
import { migrationsFolder } from "./migrations-folder";
import * as schema from "./schema";

/**
 * Opens, locks and migrates the database in `dataDir` (created where absent).
 * Errors: `unavailable` where the folder is locked, not writable or not openable.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  return openLocked(dataDir, (db) => migrate(db, { migrationsFolder: migrationsFolder() }));
}

/** As `openEmbedded`, and leaves the schema as it is found: to be backed up, or restored into. */
export function openEmbeddedAsItIs(dataDir: string): Promise<Database> {
  return openLocked(dataDir, async () => undefined);
}

type EmbeddedDb = PgliteDatabase<typeof schema>;

async function openLocked(
  dataDir: string,
  prepare: (db: EmbeddedDb) => Promise<void>,
): Promise<Database> {
  makeWritable(dataDir);
  const unlock = lockFolder(join(dataDir, "postgres.lock"));
  // Left by a process that ended while it backed up.
  rmSync(join(dataDir, "postgres.copy"), { recursive: true, force: true });
  const thread = new PgliteThread(join(dataDir, "postgres"));
  try {
    await thread.ready();
    const db = drizzle(asPgliteClient(thread), { schema });
    await prepare(db);
    return {
      db,
      // It has one connection, no timers and one workspace: nothing to cut off or to keep apart.
      requestsOf: () => db,
      kind: "embedded",
      ping: () => thread.alive(),
      snapshot: (work, signal) =>
        onCopy(thread, { folder: join(dataDir, "postgres.copy"), signal }, work),
      close: async () => {
        await thread.close();
        unlock();
      },
    };
  } catch (error) {
    await thread.close().finally(unlock);
    throw new AppError("unavailable", `The database in ${dataDir} cannot be opened.`, {
      cause: error,
    });
  }
}

/** The database has one connection, which a long reading transaction would keep from everybody. */
async function onCopy<T>(
  thread: PgliteThread,
  { folder, signal }: { folder: string; signal: AbortSignal | undefined },
  work: (db: Db) => Promise<T>,
): Promise<T> {
  rmSync(folder, { recursive: true, force: true });
  try {
    await thread.copyTo(folder, signal);
    const copy = new PgliteThread(folder);
    // Whatever it does is of no use any more: it may be making the copy whole from a long log.
    const end = () => void copy.end();
    signal?.addEventListener("abort", end, { once: true });
    try {
      signal?.throwIfAborted();
      await copy.ready();
      return await inSnapshot(drizzle(asPgliteClient(copy), { schema }), work);
    } finally {
      signal?.removeEventListener("abort", end);
      await copy.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new AppError(
      "unavailable",
      `The data folder ${dataDir} is not writable. Allow writing there, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}
