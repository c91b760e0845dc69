import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "@/db/open-embedded";

const variable = "MIGRATED_FOLDER";

/** Once a run: a data folder with a migrated database, for tests to copy. Making one takes seconds. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "balance-migrated-"));
  const database = await openEmbedded(folder);
  await database.close();
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A data folder as the product's last start would have left it, for its user to delete. */
export function copyMigratedFolder(): string {
  const migrated = process.env[variable];
  if (migrated === undefined) throw new Error(`${variable} is set before any test runs.`);
  const folder = mkdtempSync(join(tmpdir(), "balance-e2e-"));
  cpSync(migrated, folder, { recursive: true });
  return folder;
}
