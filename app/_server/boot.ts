import { AppError } from "@/lib/errors";
import { markBooted } from "./readiness";
import { getRuntime } from "./runtime";

/** Where the script that started the server finds how to hand back what is under way. */
const hooks = globalThis as { __backlogBalanceShutdown?: () => Promise<void> };

/** Opens everything and begins the background work. Where that fails: one line, and the end. */
export async function boot(): Promise<void> {
  try {
    const runtime = await getRuntime();
    runtime.runner.begin();
    runtime.reclassifier.begin();
    runtime.messenger.begin();
    runtime.backups?.begin();
    hooks.__backlogBalanceShutdown = runtime.close;
    markBooted();
  } catch (error) {
    process.stderr.write(`Backlog Balance cannot start: ${inOneLine(error)}\n`);
    process.exit(1);
  }
}

function inOneLine(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
}
