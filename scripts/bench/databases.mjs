import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";

/**
 * @typedef {object} BenchDatabase an empty one
 * @property {string | null} databaseUrl null: embedded, in `dataDir`
 * @property {string} dataDir
 * @property {() => Promise<void>} drop
 */

/**
 * A copy of a folder that holds a migrated embedded database: creating one takes seconds, and more
 * memory than any sync.
 * @param {string} template
 * @returns {BenchDatabase}
 */
export function copyEmbedded(template) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "backlog-balance-bench-"));
  cpSync(template, dataDir, { recursive: true });
  return {
    databaseUrl: null,
    dataDir,
    drop: async () => rmSync(dataDir, { recursive: true }),
  };
}

/**
 * @param {string} server its address
 * @param {string} [kept] the name of one that may be there already, and stays
 * @returns {Promise<BenchDatabase>} empty, unless it was there
 */
export async function createOnServer(server, kept) {
  const name = kept ?? `balance_bench_${process.pid}_${Date.now()}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const there = await admin`select from pg_database where datname = ${name}`;
  if (there.length === 0) await admin`create database ${admin(name)}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    databaseUrl: url.href,
    dataDir: "",
    drop: async () => {
      if (kept === undefined) await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
