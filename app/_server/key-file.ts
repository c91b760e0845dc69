import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "@/lib/errors";
import type { SecretKeys } from "@/lib/sync/credentials";

/** Where the embedded database's keys are: one a line, the present one first. */
function keyFile(dataDir: string): string {
  return join(/* turbopackIgnore: true */ dataDir, "secret.key");
}

/** The keys of a data folder, made where there is none yet. Errors: `unavailable`. */
export function openKeyFile(dataDir: string): SecretKeys {
  const file = keyFile(dataDir);
  try {
    const handle = openSync(file, "wx", 0o600);
    writeAndSync(handle, [newKey()]);
    syncFolder(file);
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!exists) throw error;
    chmodSync(file, 0o600);
  }
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
  replaceKeys(dataDir, [newKey(), present]);
  return readKeyFile(dataDir);
}

/** Forgets the keys beside the present one, if that is still `present`. */
export function dropPreviousKeys(dataDir: string, present: string): void {
  if (readKeyFile(dataDir).present === present) replaceKeys(dataDir, [present]);
}

function newKey(): string {
  return randomBytes(32).toString("base64url");
}

/** Whole or not at all, also when the machine stops: without its key nothing sealed can be read. */
function replaceKeys(dataDir: string, keys: readonly string[]): void {
  const file = keyFile(dataDir);
  const draft = `${file}.${process.pid}`;
  writeAndSync(openSync(draft, "w", 0o600), keys);
  renameSync(draft, file);
  syncFolder(file);
}

function writeAndSync(handle: number, keys: readonly string[]): void {
  try {
    writeSync(handle, `${keys.join("\n")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncFolder(file: string): void {
  // A folder cannot be opened on Windows, which writes its entries by itself.
  if (process.platform === "win32") return;
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
