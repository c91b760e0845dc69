import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { drizzle as drizzleServer } from "drizzle-orm/postgres-js";
import { migrate as migrateServer } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { asPgliteClient, PgliteThread } from "@/db/embedded/pglite-thread";

/** Migrates a database and dies at its so manyth statement: before it is sent, or while it runs. */
async function migrateAndDie([engine, address = "", at, how]: string[]): Promise<void> {
  let statements = 0;
  const die = () => process.kill(process.pid, "SIGKILL");
  const logger = {
    logQuery() {
      if (++statements < Number(at)) return;
      if (how === "before") die();
      else setTimeout(die, 1);
    },
  };
  const migrationsFolder = "db/migrations";
  if (engine === "server") {
    const client = postgres(address, { max: 1, onnotice: () => undefined });
    await migrateServer(drizzleServer(client, { logger }), { migrationsFolder });
    await client.end();
    return;
  }
  const thread = new PgliteThread(address);
  await thread.ready();
  await migrate(drizzle(asPgliteClient(thread), { logger }), { migrationsFolder });
  await thread.close();
}

await migrateAndDie(process.argv.slice(2));
