import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import { drizzle as drizzleServer } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Db } from "@/db/client";
import * as schema from "@/db/schema";
import type { Life } from "./life";

/**
 * A handle of the same database that dies with its process: from its last moment on every statement
 * rejects, and a transaction that was open is rolled back, as the database does for a lost client.
 */
export function mortalDb(db: Db, life: Life): Db {
  const client = mortal(clientOf(db), life);
  return isServer(client) ? drizzleServer(client, { schema }) : drizzleEmbedded(client, { schema });
}

type Client = Sql | PGlite;

/** Guarantee of the cast: Drizzle gives every opened database its driver as `$client`. */
function clientOf(db: Db): Client {
  return (db as Db & { $client: Client }).$client;
}

function isServer(client: Client): client is Sql {
  return typeof client === "function";
}

const statements = ["query", "exec", "unsafe"];
const transactions = ["transaction", "begin", "savepoint"];

/** Both drivers' own objects, and the ones they hand to a transaction, with their calls counted. */
function mortal<T extends object>(client: T, life: Life): T {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const call = (...given: unknown[]): unknown => Reflect.apply(value, target, given);
      if (statements.includes(String(name))) return counted(call, life);
      return transactions.includes(String(name)) ? bounded(call, life) : call;
    },
  });
}

type Call = (...given: unknown[]) => unknown;

function counted(call: Call, life: Life): Call {
  return (...given) => {
    life.beat();
    return call(...given);
  };
}

/** Death may come before the commit or right after it, when nobody is left to hear of it. */
function bounded(call: Call, life: Life): Call {
  return async (work, ...rest) => {
    if (typeof work !== "function") throw new TypeError("A transaction without its work.");
    life.assertAlive();
    const result = await call(
      async (inner: object) => {
        const done: unknown = await Reflect.apply(work, undefined, [mortal(inner, life)]);
        life.beat();
        return done;
      },
      ...rest,
    );
    life.beat();
    return result;
  };
}
