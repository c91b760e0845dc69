import { hashPassword } from "better-auth/crypto";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { resetPassword } from "@/lib/services/reset-password";
import { requireDatabase } from "./require-database";

/** Prints the new password, which is written nowhere else. */
async function main(): Promise<void> {
  const env = readEnv();
  const { DATABASE_URL, DATA_DIR } = env;
  requireDatabase(env);
  const email = process.argv[2] ?? "";
  const database = await (DATABASE_URL === undefined
    ? openEmbedded(DATA_DIR)
    : openServer(DATABASE_URL));
  try {
    const world = { db: database.db, now: () => new Date(), hash: hashPassword };
    const password = await resetPassword({ world, input: { email } });
    console.log(`The new password of ${email} is ${password}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
});
