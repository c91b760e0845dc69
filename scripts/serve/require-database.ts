import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * For commands that look after what is stored: opening a folder without an embedded database would make
 * one, and all that it is asked would seem to be in order. Errors: `not_found`.
 */
export function requireDatabase({ DATABASE_URL, DATA_DIR }: Env): void {
  if (DATABASE_URL !== undefined || existsSync(join(DATA_DIR, "postgres"))) return;
  throw new AppError(
    "not_found",
    `There is no database in ${DATA_DIR}. Set DATA_DIR to its folder.`,
  );
}
