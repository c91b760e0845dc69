import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";

/** The key that seals tokens: the setting, or a file in the data folder that is made once. */
export function secretKeyOf(env: Env): string {
  if (env.SECRET_KEY !== undefined) return env.SECRET_KEY;
  const file = join(/* turbopackIgnore: true */ env.DATA_DIR, "secret.key");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!exists) throw error;
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}
