import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@/lib/errors";
import type { SecretKeys } from "@/lib/sync/credentials";
import { writeDurably } from "@/lib/sync/write-durably";

/** Where the embedded database's keys are: one a line, the present one first. */
function keyFile(dataDir: string): string {
  return join(/* turbopackIgnore: true */ dataDir, "secret.key");
}

/**
 * The keys of a data folder, made where there is none yet; whoever makes them holds its lock. Errors:
 * `unavailable`.
 */
export function openKeyFile(dataDir: string): SecretKeys {
  const file = keyFile(dataDir);
  if (existsSync(file)) chmodSync(file, 0o600);
  else writeKeys(file, [newKey()]);
  return readKeyFile(dataDir);
}

/** Errors: `unavailable` where the file holds no key. */
export function readKeyFile(dataDir: string): SecretKeys {
  const file = keyFile(dataDir);
  const lines = readFileSync(file, "utf8").split("\n");
  const [present, ...previous] = lines.map((line) => line.trim()).filter((line) => line !== "");
  if (present !== undefined) return { present, previous };
  throw new AppError("unavailable", `${file} holds no key. Restore it from a backup.`);
}

/**
 * Puts a new key before the others, which stay readable. Does nothing while an earlier rotation has
 * not ended, so that keys never pile up. Returns the keys there are now.
 */
export function addKey(dataDir: string): SecretKeys {
  const { present, previous } = openKeyFile(dataDir);
  if (previous.length > 0) return { present, previous };
  writeKeys(keyFile(dataDir), [newKey(), present]);
  return readKeyFile(dataDir);
}

/** Forgets the keys beside the present one, if that is still `present`. */
export function dropPreviousKeys(dataDir: string, present: string): void {
  if (readKeyFile(dataDir).present === present) writeKeys(keyFile(dataDir), [present]);
}

function newKey(): string {
  return randomBytes(32).toString("base64url");
}

/** Whole or not at all, also when the machine stops: without its key nothing sealed can be read. */
function writeKeys(file: string, keys: readonly string[]): void {
  writeDurably(file, `${keys.join("\n")}\n`);
}
