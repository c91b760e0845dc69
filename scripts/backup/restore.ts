import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { secretKeysOf } from "@/app/_server/secret-key";
import { isUnused } from "@/db/backup/empty-database";
import { readHeader, restoreBackup } from "@/db/backup/restore-backup";
import { type Database, queryRows } from "@/db/client";
import { openEmbeddedAsItIs } from "@/db/open-embedded";
import { openServerAsItIs } from "@/db/open-server";
import { type Env, readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createSecretBox } from "@/lib/sync/credentials";
import { isSealedHere } from "@/lib/sync/key-probe";
import { readArguments, runTool } from "./run-tool";

const usage = "Use: npm run restore -- FILE [--replace] [--other-key]";

/** `npm run restore -- FILE`: puts a backup into an empty database of either engine. */
async function main(): Promise<void> {
  const env = readEnv();
  const { file, replace, otherKey } = askedOf(process.argv.slice(2));
  const { sealed, createdAt } = await readHeader(file);
  if (!otherKey) requireKey(env, sealed);
  const { DATABASE_URL, DATA_DIR } = env;
  const database = await (DATABASE_URL === undefined
    ? openEmbeddedAsItIs(DATA_DIR)
    : openServerAsItIs(DATABASE_URL));
  try {
    await requireAlone(database);
    if (!replace) await requireUnused(database);
    const rows = await restoreBackup(database.db, file);
    const count = Object.values(rows).reduce((sum, one) => sum + one, 0);
    console.log(
      `Restored as of ${createdAt}: ${count} rows in ${Object.keys(rows).length} tables.`,
    );
  } finally {
    await database.close();
  }
}

function askedOf(args: string[]): { file: string; replace: boolean; otherKey: boolean } {
  const flag = { type: "boolean", default: false } as const;
  const options = { replace: flag, "other-key": flag };
  const read = () => parseArgs({ args, allowPositionals: true, options });
  const { positionals, values } = readArguments(usage, read);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new AppError("invalid_request", usage);
  return { file, replace: values.replace, otherKey: values["other-key"] };
}

/** Without the key that sealed them, the trackers' tokens in a backup are of no use. */
function requireKey(env: Env, sealed: string): void {
  const keyFile = join(env.DATA_DIR, "secret.key");
  const isHere =
    env.SECRET_KEY !== undefined || (env.DATABASE_URL === undefined && existsSync(keyFile));
  const keys = isHere ? secretKeysOf(env) : null;
  if (keys && isSealedHere(createSecretBox(keys.present, keys.previous), sealed)) return;
  const what = "that opens the trackers' tokens in the backup";
  const found = keys
    ? `The key here is another than the one ${what}.`
    : `The key ${what} is not here.`;
  throw new AppError(
    "unprocessable",
    `${found} Set SECRET_KEY to that one: for an embedded database it stands in the file secret.key of its DATA_DIR, which can also be copied to ${keyFile}. Where it is lost, --other-key restores everything but the tokens, which are then asked for again.`,
  );
}

async function requireUnused({ db }: Database): Promise<void> {
  if (await isUnused(db)) return;
  const message = "The database is in use. Add --replace to lose all that it holds for the backup.";
  throw new AppError("conflict", message);
}

/** The embedded database's lock shuts others out; on a server, they have to be looked for. */
async function requireAlone({ db, kind }: Database): Promise<void> {
  if (kind === "embedded") return;
  const [row] = await queryRows<{ others: number }>(
    db,
    sql`select count(*)::int as others from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and application_name = current_setting('application_name')`,
  );
  if (row?.others === 0) return;
  const message = "Backlog Balance is running on this database: stop it and its workers first.";
  throw new AppError("conflict", message);
}

runTool(main);
