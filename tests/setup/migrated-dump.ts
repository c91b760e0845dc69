import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";

declare module "vitest" {
  interface ProvidedContext {
    /** A file with an embedded database that holds nothing: making one takes many times as long. */
    emptyDump: string;
    /** A file with a migrated one. */
    migratedDump: string;
    /** A data folder with a migrated one, closed, to copy. */
    migratedFolder: string;
    /** Address of a migrated database on a server to copy, or null where no server is given. */
    templateUrl: string | null;
  }
}

/** Once a run: one database of each engine, for tests to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "balance-dump-"));
  const places = {
    empty: join(folder, "empty.tar"),
    migrated: join(folder, "migrated.tar"),
    data: join(folder, "data"),
  };
  await makeEmbedded(places);
  project.provide("emptyDump", places.empty);
  project.provide("migratedDump", places.migrated);
  project.provide("migratedFolder", places.data);
  const server = process.env.TEST_DATABASE_URL ?? null;
  const template = server === null ? null : await createTemplate(server);
  project.provide("templateUrl", template?.url ?? null);
  return async () => {
    await rm(folder, { recursive: true });
    await template?.drop();
  };
}

async function makeEmbedded(places: { empty: string; migrated: string; data: string }) {
  const client = await PGlite.create();
  await writeFile(places.empty, await dumpOf(client));
  await migrate(drizzle(client), { migrationsFolder: "db/migrations" });
  const migrated = await dumpOf(client);
  await client.close();
  await writeFile(places.migrated, migrated);
  await mkdir(places.data);
  const onDisk = await PGlite.create(join(places.data, "postgres"), {
    loadDataDir: new Blob([migrated]),
  });
  await onDisk.close();
  // As the product leaves a folder behind: all of it flushed, and marked so.
  const opened = await openEmbedded(places.data);
  await opened.close();
}

async function dumpOf(client: PGlite): Promise<Uint8Array<ArrayBuffer>> {
  const dump = await client.dumpDataDir("none");
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
