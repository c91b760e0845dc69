import { AppError } from "@/lib/errors";

/** Runs a command of an operator's: what he can mend is one line, anything else is thrown on. */
export function runTool(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exit(1);
  });
}
