import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { AppError } from "@/lib/errors";
import type { Database } from "./client";
import { lockFolder } from "./embedded/folder-lock";
import { asPgliteClient, PgliteThread } from "./embedded/pglite-thread";
import { migrationsFolder } from "./migrations-folder";
import * as schema from "./schema";

/**
 * Opens, locks and migrates the database in `dataDir` (created where absent).
 * Errors: `unavailable` where the folder is locked, not writable or not openable.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  makeWritable(dataDir);
  const unlock = lockFolder(join(dataDir, "postgres.lock"));
  const thread = new PgliteThread(join(dataDir, "postgres"));
  try {
    await thread.ready();
    const db = drizzle(asPgliteClient(thread), { schema });
    await migrate(db, { migrationsFolder: migrationsFolder() });
    return {
      db,
      // It has one connection, no timers and one workspace: nothing to cut off or to keep apart.
      requestsOf: () => db,
      kind: "embedded",
      ping: () => thread.alive(),
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
