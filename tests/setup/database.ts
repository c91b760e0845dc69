import { drizzle } from "drizzle-orm/pglite";
import { drizzle as drizzleServer } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Db } from "@/db/client";
import { allWorkspaces, workspaceSetting } from "@/db/row-security";
import * as schema from "@/db/schema";
import { loadEmbedded } from "./embedded-copy";
import { createServerCopy } from "./server-copy";

type Engine = "embedded" | "server";
type Opened = { db: Db; close: () => Promise<void> };

/**
 * Runs the same tests on the embedded database and, where one is given, on a PostgreSQL server.
 * Each file gets a database of its own per engine; `db()` is it, inside tests and hooks.
 */
export function describeOnBothEngines(
  name: string,
  tests: (db: () => Db, engine: Engine) => void,
): void {
  const engines: [Engine, () => Promise<Opened>][] = [["embedded", openEmbeddedCopy]];
  const templateUrl = inject("templateUrl");
  if (templateUrl !== null) engines.push(["server", () => openServerCopy(templateUrl)]);
  describe.each(engines)(`${name} (%s)`, (engine, open) => {
    let opened: Opened | null = null;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    tests(() => {
      if (!opened) throw new Error("The database is there only inside tests and hooks.");
      return opened.db;
    }, engine);
  });
}

async function openEmbeddedCopy(): Promise<Opened> {
  const client = await loadEmbedded("migratedDump");
  return { db: drizzle(client, { schema }), close: () => client.close() };
}

async function openServerCopy(templateUrl: string): Promise<Opened> {
  const { url, drop } = await createServerCopy(templateUrl, "test");
  // Not compiled, as in the product.
  const connection = { [workspaceSetting]: allWorkspaces, jit: "off" };
  const client = postgres(url, { max: 5, connection, onnotice: () => undefined });
  const close = async () => {
    await client.end();
    await drop();
  };
  return { db: drizzleServer(client, { schema }), close };
}
