import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import type { Context } from "@/lib/services/context";
import { createSecretBox } from "@/lib/sync/credentials";
import { noModel } from "@/lib/sync/product-classifier";
import { testNow } from "@/tests/factories";

/** A context of a product's workspace whose world is only the database; network calls fail loudly. */
export function contextOf(db: Db, product: ProductRow, change: Partial<Context> = {}): Context {
  return {
    db,
    dbOf: () => db,
    actor: { workspaceId: product.workspaceId, name: "ada", kind: "local" },
    identity: null,
    trustProxy: false,
    now: () => testNow,
    // Tests write past the services, which raise no version.
    reads: { rowsOf: (_key, read) => read() },
    secrets: createSecretBox("a key that only tests know, long enough"),
    mail: null,
    modelOf: noModel,
    sharedModel: () => {
      throw new Error("This test reads no text.");
    },
    reclassification: { wake: () => undefined },
    outgoing: {
      baseUrl: "http://balance.test",
      requireAllowed: () => undefined,
      post: async () => {
        throw new Error("This test sends no message.");
      },
    },
    connections: {
      check: async () => {
        throw new Error("This test connects to nothing.");
      },
    },
    sync: {
      start: async () => {
        throw new Error("This test starts no sync.");
      },
      resume: async () => undefined,
      intervalMinutes: 15,
    },
    ...change,
  };
}
