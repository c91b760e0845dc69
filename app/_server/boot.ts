import { AppError } from "@/lib/errors";
import { reclassifyOutdated } from "@/lib/sync/reclassify-product";
import { getRuntime, type Runtime } from "./runtime";

/** Where the script that started the server finds how to hand back what is under way. */
const hooks = globalThis as { __backlogBalanceShutdown?: () => Promise<void> };

/** Opens everything and begins the background work. Where that fails: one line, and the end. */
export async function boot(): Promise<void> {
  try {
    const runtime = await getRuntime();
    const stopping = new AbortController();
    const reclassified = reclassify(runtime, stopping.signal);
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

/** In the background: answers stay as they were until they are changed, a batch at a time. */
async function reclassify(runtime: Runtime, signal: AbortSignal): Promise<void> {
  const { log, database, now } = runtime;
  try {
    const changed = await reclassifyOutdated(database.db, { at: now(), signal });
    if (changed > 0) log.info({ changed }, "reclassified with the new lexicon");
  } catch (error) {
    if (signal.aborted) return;
    log.error({ err: error }, "reclassification failed; it begins again at the next start");
  }
}

function inOneLine(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
}
