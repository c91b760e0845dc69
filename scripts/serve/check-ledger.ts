import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { findDifferingCells } from "@/db/queries/ledger";
import { listAllProducts } from "@/db/queries/products";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { requireDatabase } from "./require-database";

const mostShown = 100;

/** Prints one line a product and one a differing cell; exit code 1 where there is one. */
async function main(): Promise<void> {
  const env = readEnv();
  const { DATABASE_URL, DATA_DIR } = env;
  requireDatabase(env);
  const database = await (DATABASE_URL === undefined
    ? openEmbedded(DATA_DIR)
    : openServer(DATABASE_URL));
  try {
    for (const { workspaceId, id: productId, name } of await listAllProducts(database.db)) {
      const cells = await findDifferingCells(database.db, { workspaceId, productId }, mostShown);
      console.log(`${name}: ${cells.length === 0 ? "every cell is as it should be" : "differs"}`);
      for (const { table, cell } of cells) console.log(`  ${table} ${cell}`);
      if (cells.length > 0) process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
});
