import process from "node:process";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { runBundled } from "./run-bundled.mjs";

/**
 * `npm run check:balance`: compares the stored ledger of every product with the journals, and its
 * sums with the ledger, and reports each cell that differs. Ends with 1 where one does. The embedded
 * database can be looked at by one process at a time: stop the product first.
 */
export async function checkBalance() {
  if (process.argv.length > 2) throw new ExpectedFailure("Use it alone: npm run check:balance");
  await runBundled("scripts/serve/check-ledger.ts");
}
