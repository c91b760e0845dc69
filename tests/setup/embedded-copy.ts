import { cpSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";

/** A database in memory that holds nothing, or what a migrated one does. */
export async function loadEmbedded(dump: "emptyDump" | "migratedDump"): Promise<PGlite> {
  const bytes = new Uint8Array(await readFile(inject(dump)));
  return PGlite.create({ loadDataDir: new Blob([bytes]) });
}

/**
 * Puts a migrated database into a data folder, made where absent, as the product's last start would
 * have left it there. For tests that are about what comes after a first start, which takes seconds.
 */
export function prepareDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  cpSync(join(inject("migratedFolder"), "postgres"), join(folder, "postgres"), { recursive: true });
}
