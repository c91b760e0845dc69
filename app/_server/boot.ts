import { listProductsClassifiedOtherwise } from "@/db/queries/products";
import { classifierVersion } from "@/lib/classify/classify-item";
import { AppError } from "@/lib/errors";
import { reclassifyProduct } from "@/lib/sync/classify-items";
import { getRuntime, type Runtime } from "./runtime";

/** Where the script that started the server finds how to hand back what is under way. */
const hooks = globalThis as { __backlogBalanceShutdown?: () => Promise<void> };

/** Opens everything and begins the background work. Where that fails: one line, and the end. */
export async function boot(): Promise<void> {
  try {
    const runtime = await getRuntime();
    const stopping = new AbortController();
    const reclassified = reclassifyOutdated(runtime, stopping.signal);
    runtime.runner.begin();
    hooks.__backlogBalanceShutdown = async () => {
      stopping.abort();
      await reclassified;
      await runtime.close();
    };
  } catch (error) {
    process.stderr.write(`Backlog Balance cannot start: ${inOneLine(error)}\n`);
    process.exit(1);
  }
}

/** A changed lexicon changes answers: products classified by an older one are done again. */
async function reclassifyOutdated(runtime: Runtime, signal: AbortSignal): Promise<void> {
  const { log, database } = runtime;
  try {
    for (const product of await listProductsClassifiedOtherwise(database.db, classifierVersion)) {
      const changed = await reclassifyProduct(database.db, {
        workspaceId: product.workspaceId,
        productId: product.id,
        actor: null,
        at: new Date(),
        signal,
      });
      log.info({ productId: product.id, changed }, "reclassified with the new lexicon");
    }
  } catch (error) {
    if (!signal.aborted)
      log.error({ err: error }, "reclassification failed; it begins again at the next start");
  }
}

function inOneLine(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
}
