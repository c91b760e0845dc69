import { tellConsoleByLog } from "./console";
import { getRuntime } from "./runtime";

/**
 * Begins to sync, and to send messages and mails, in this process, which serves nothing. Returns how
 * to hand back what is under way and close the database. Errors: `unavailable`, in a sentence, where it cannot begin.
 */
export async function beginWork(): Promise<() => Promise<void>> {
  const runtime = await getRuntime();
  tellConsoleByLog(runtime.log);
  runtime.runner.begin();
  runtime.reclassifier.begin();
  runtime.messenger.begin();
  runtime.postman?.begin();
  return runtime.close;
}
