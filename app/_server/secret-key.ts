import type { Env } from "@/lib/env";
import type { SecretKeys } from "@/lib/sync/credentials";
import { openKeyFile } from "./key-file";

/** The keys that seal tokens: the settings, or a file in the data folder that is made once. */
export function secretKeysOf(env: Env): SecretKeys {
  if (env.SECRET_KEY === undefined) return openKeyFile(env.DATA_DIR);
  const previous = env.SECRET_KEY_PREVIOUS === undefined ? [] : [env.SECRET_KEY_PREVIOUS];
  return { present: env.SECRET_KEY, previous };
}
