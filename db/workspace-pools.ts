import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Db } from "./client";
import * as schema from "./schema";

/** Connections that say which workspace they work for, opened when one is first asked for. */
export class WorkspacePools {
  readonly #open: (workspaceId: string) => postgres.Sql;
  readonly #pools = new Map<string, { client: postgres.Sql; db: Db }>();

  /** `open` gives connections of one workspace that close themselves when nobody uses them. */
  constructor(open: (workspaceId: string) => postgres.Sql) {
    this.#open = open;
  }

  of(workspaceId: string): Db {
    const known = this.#pools.get(workspaceId);
    if (known) return known.db;
    const client = this.#open(workspaceId);
    const db = drizzle(client, { schema });
    this.#pools.set(workspaceId, { client, db });
    return db;
  }

  async close(): Promise<void> {
    const ended = [...this.#pools.values()].map(({ client }) => client.end({ timeout: 5 }));
    await Promise.all(ended);
  }
}
