import { setTimeout as delay } from "node:timers/promises";
import { addKey, dropPreviousKeys, readKeyFile } from "@/app/_server/key-file";
import { secretKeysOf } from "@/app/_server/secret-key";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { type Env, readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createSecretBox, type SecretKeys } from "@/lib/sync/credentials";
import { type Resealed, resealSecrets } from "@/lib/sync/reseal-secrets";
import { requireDatabase } from "./require-database";

const mostWaitMs = 5 * 60_000;

async function main(): Promise<void> {
  const env = readEnv();
  requireDatabase(env);
  if (env.SECRET_KEY === undefined) await rotateKeyFile(env);
  else await rotateSetting(env);
}

/** The operator changed the setting: what is stored follows. */
async function rotateSetting(env: Env): Promise<void> {
  if (env.SECRET_KEY_PREVIOUS === undefined) {
    throw new AppError(
      "unavailable",
      "Set SECRET_KEY to the new key and SECRET_KEY_PREVIOUS to the one it replaces, for every process, then run this again.",
    );
  }
  say(await resealIn(env, secretKeysOf(env)));
  console.log(
    "Once every process runs with the new SECRET_KEY: run this again, and where it finds nothing more, take SECRET_KEY_PREVIOUS out.",
  );
}

/** The key is a file of the embedded database: made, used and the old one forgotten here. */
async function rotateKeyFile({ DATA_DIR, ...env }: Env): Promise<void> {
  const keys = addKey(DATA_DIR);
  try {
    say(await resealIn({ DATA_DIR, ...env }, keys));
    dropPreviousKeys(DATA_DIR, keys.present);
  } catch (error) {
    if (!isInUse(error)) throw error;
    console.log("Backlog Balance is running: it seals everything anew, in about a minute …");
    await untilForgotten(DATA_DIR, keys);
  }
  console.log("The new key seals everything, and the old one is forgotten.");
  console.log(
    "Tokens in backups of before are lost with it: make one now by npm run backup. From the next start on people sign in anew.",
  );
}

async function resealIn({ DATABASE_URL, DATA_DIR }: Env, keys: SecretKeys): Promise<Resealed> {
  const database = await (DATABASE_URL === undefined
    ? openEmbedded(DATA_DIR)
    : openServer(DATABASE_URL));
  try {
    return await resealSecrets(database.db, createSecretBox(keys.present, keys.previous));
  } finally {
    await database.close();
  }
}

function say({ resealed, unreadable }: Resealed): void {
  console.log(`${resealed} stored secrets are sealed anew.`);
  if (unreadable === 0) return;
  console.log(`${unreadable} were sealed with a key that is lost: give those tokens again.`);
}

function isInUse(error: unknown): boolean {
  return error instanceof AppError && error.message.includes("is in use by another");
}

async function untilForgotten(dataDir: string, { present }: SecretKeys): Promise<void> {
  for (const end = Date.now() + mostWaitMs; Date.now() < end; ) {
    const now = readKeyFile(dataDir);
    if (now.present === present && now.previous.length === 0) return;
    await delay(500);
  }
  throw new AppError("unavailable", "It has not ended in time. What is left is done by itself.");
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
});
