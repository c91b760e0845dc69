import { AppError } from "@/lib/errors";

/** What a command was asked; one that it does not know is told how it is used. */
export function readArguments<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new AppError("invalid_request", usage, { cause });
  }
}

/** Runs a command of an operator's: what he can mend is one line, anything else is thrown on. */
export function runTool(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exit(1);
  });
}
