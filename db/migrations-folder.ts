import { join } from "node:path";

/** The committed migrations, found from the project's root: bundled code has no folder of its own. */
export function migrationsFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), "db/migrations");
}
