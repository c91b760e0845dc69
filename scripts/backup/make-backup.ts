import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { secretKeysOf } from "@/app/_server/secret-key";
import { backupName } from "@/db/backup/backup-name";
import { writeBackup } from "@/db/backup/write-backup";
import { inSnapshot } from "@/db/client";
import { openEmbeddedAsItIs } from "@/db/open-embedded";
import { openServerAsItIs } from "@/db/open-server";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createSecretBox } from "@/lib/sync/credentials";
import { sealProbe } from "@/lib/sync/key-probe";
import packageJson from "@/package.json";
import { requireDatabase } from "@/scripts/serve/require-database";
import { readArguments, runTool } from "./run-tool";

const usage = "Use: npm run backup [-- FILE]";

/** `npm run backup [-- FILE]`: everything that the database holds, in one file. */
async function main(): Promise<void> {
  const env = readEnv();
  const now = new Date();
  const file = fileOf(process.argv.slice(2)) ?? join(env.DATA_DIR, "backups", backupName(now));
  const { DATABASE_URL, DATA_DIR } = env;
  requireDatabase(env);
  const database = await (DATABASE_URL === undefined
    ? openEmbeddedAsItIs(DATA_DIR)
    : openServerAsItIs(DATABASE_URL));
  try {
    await mkdir(dirname(resolve(file)), { recursive: true, mode: 0o700 });
    const keys = secretKeysOf(env);
    const origin = {
      ...{ application: packageJson.version, engine: database.kind, createdAt: now.toISOString() },
      sealed: sealProbe(createSecretBox(keys.present, keys.previous)),
    };
    await inSnapshot(database.db, (db) => writeBackup(db, { file: resolve(file), origin }));
  } finally {
    await database.close();
  }
  console.log(`Everything is in ${file}.`);
  console.log(
    DATABASE_URL === undefined && env.SECRET_KEY === undefined
      ? `The trackers' tokens in it open only with ${join(DATA_DIR, "secret.key")}: keep that too, apart from it.`
      : "The trackers' tokens in it open only with the present SECRET_KEY: keep that too, apart from it.",
  );
}

function fileOf(args: string[]): string | undefined {
  const read = () => parseArgs({ args, allowPositionals: true, options: {} });
  const { positionals } = readArguments(usage, read);
  if (positionals.length > 1) throw new AppError("invalid_request", usage);
  return positionals[0];
}

runTool(main);
