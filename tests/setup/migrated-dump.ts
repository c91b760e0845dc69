import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openServer } from "@/db/open-server";

declare module "vitest" {
  interface ProvidedContext {
    /** A file with a migrated embedded database: loading it takes half a second, migrating ten. */
    migratedDump: string;
    /** Address of a migrated database on a server to copy, or null where no server is given. */
    templateUrl: string | null;
  }
}

/** Once a run: one migrated database of each engine, for test files to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "balance-dump-"));
  const dump = join(folder, "migrated.tar");
  await writeFile(dump, await migratedDump());
  project.provide("migratedDump", dump);
  const server = process.env.TEST_DATABASE_URL ?? null;
  const template = server === null ? null : await createTemplate(server);
  project.provide("templateUrl", template?.url ?? null);
  return async () => {
    await rm(folder, { recursive: true });
    await template?.drop();
  };
}

async function migratedDump(): Promise<Uint8Array> {
  const client = await PGlite.create();
  await migrate(drizzle(client), { migrationsFolder: "db/migrations" });
  const dump = await client.dumpDataDir("none");
  await client.close();
  return new Uint8Array(await dump.arrayBuffer());
}

async function createTemplate(server: string) {
  const name = `balance_template_${process.pid}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${name}`);
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openServer(url.href);
  await database.close();
  return {
    url: url.href,
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
