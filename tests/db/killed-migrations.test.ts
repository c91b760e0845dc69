import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { listTables, tableCalled } from "@/db/backup/catalogue";
import { applyMigrations, knownMigrations } from "@/db/backup/migrations";
import type { Database, Db } from "@/db/client";
import { openEmbedded, openEmbeddedAsItIs } from "@/db/open-embedded";
import { openServer, openServerAsItIs } from "@/db/open-server";
import { createRandom } from "@/lib/connectors/sample/history/random";
import { bundleScript } from "@/scripts/prepare/bundle-script.mjs";
import { digestOfTables, fillAllTables } from "@/tests/setup/any-rows";

// A new database takes seconds, on a busy machine many.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const program = path.resolve(".cache/tests/migrating-process.mjs");
const templateUrl = inject("templateUrl");
const migrations = knownMigrations();
const random = createRandom(1);

beforeAll(() =>
  bundleScript(process.cwd(), {
    entry: "tests/setup/kills/migrating-process.ts",
    outfile: program,
  }),
);

/** Brings a database to the schema after so many migrations, with rows in every table of it. */
async function fillSchema(db: Db, count: number, applied: number): Promise<void> {
  await db.transaction(async (tx) => {
    await applyMigrations(tx, migrations.slice(applied, count));
    for (const { name } of await listTables(tx)) {
      const table = tableCalled(name);
      // The log refuses it.
      await tx.execute(sql`alter table ${table} disable trigger user`);
      await tx.execute(sql`truncate ${table} cascade`);
      await tx.execute(sql`alter table ${table} enable trigger user`);
    }
    await fillAllTables(tx, 3);
  });
}

/** Dies somewhere on the way to the newest schema; returns the signal that ended it. */
async function dieOnTheWay(engine: string, address: string, from: number) {
  const left = migrations.slice(from).flatMap((one) => one.sql).length;
  // Before the first come the migrator's own four.
  const at = 5 + Math.floor(random.next() * left);
  const how = random.pick(["before", "during"]);
  const args = [program, engine, address, String(at), how];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [, signal] = await once(child, "exit");
  return signal;
}

async function digestAtHead(opening: Promise<Database>) {
  const database = await opening;
  return digestOfTables(database.db).finally(() => database.close());
}

/** A copy of a folder takes seconds: the oldest schema, the newest but one and two between. */
const onEmbedded = [1, 5, 11, migrations.length - 1];
const onServer = migrations.map((_, index) => index + 1).slice(0, -1);

describe("a migration killed in its middle ends as one that was not (embedded)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "balance-migrations-"));
  const at = (name: string) => path.join(folder, name);
  let applied = 0;
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(onEmbedded)("from the schema after %i migrations", async (count) => {
    const database = await openEmbeddedAsItIs(at("base"));
    await fillSchema(database.db, count, applied);
    await database.close();
    applied = count;
    for (const name of ["straight", "killed"]) {
      rmSync(at(name), { recursive: true, force: true });
      cpSync(at("base"), at(name), { recursive: true });
    }
    const straight = await digestAtHead(openEmbedded(at("straight")));
    expect(Object.keys(straight).length).toBeGreaterThan(30);
    expect(await dieOnTheWay("embedded", path.join(at("killed"), "postgres"), count)).toBe(
      "SIGKILL",
    );
    expect(await digestAtHead(openEmbedded(at("killed")))).toEqual(straight);
  });
});

describe.skipIf(templateUrl === null)("a migration killed in its middle (server)", () => {
  const admin = postgres(templateUrl ?? "", {
    ...{ max: 1, database: "postgres", onnotice: () => undefined },
  });
  const name = `balance_migrations_${crypto.randomUUID().replaceAll("-", "")}`;
  const made: string[] = [];
  const addressOf = (database: string) => {
    const url = new URL(templateUrl ?? "");
    url.pathname = `/${database}`;
    return url.href;
  };
  const create = async (database: string, from = "template1") => {
    await admin.unsafe(`create database ${database} template ${from}`);
    made.push(database);
    return addressOf(database);
  };
  let applied = 0;
  beforeAll(() => create(name));
  afterAll(async () => {
    for (const one of made) await admin.unsafe(`drop database ${one} with (force)`);
    await admin.end();
  });

  test.each(onServer)("from the schema after %i migrations", async (count) => {
    const database = await openServerAsItIs(addressOf(name));
    await fillSchema(database.db, count, applied);
    await database.close();
    applied = count;
    const straight = await digestAtHead(openServer(await create(`${name}_${count}`, name)));
    const killed = await create(`${name}_${count}_killed`, name);
    expect(await dieOnTheWay("server", killed, count)).toBe("SIGKILL");
    expect(await digestAtHead(openServer(killed))).toEqual(straight);
  });
});
