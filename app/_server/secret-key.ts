import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { writeDurably } from "@/lib/sync/write-durably";

/**
 * The key that seals tokens: the setting, or a file in the data folder that is made once, and is on
 * the disk before anything is sealed with it. Whoever asks holds the folder's lock.
 */
export function secretKeyOf(env: Env): string {
  if (env.SECRET_KEY !== undefined) return env.SECRET_KEY;
  const file = join(/* turbopackIgnore: true */ env.DATA_DIR, "secret.key");
  if (existsSync(file)) chmodSync(file, 0o600);
  else writeDurably(file, randomBytes(32).toString("base64url"));
  return readFileSync(file, "utf8").trim();
}
