import { makeOwnerCode } from "@/lib/services/make-owner-code";
import { tellConsoleByLog } from "./console";
import { errorLine } from "./log-error";
import { markBooted } from "./readiness";
import { getRuntime, type Runtime } from "./runtime";
import { tellMethods } from "./wrong-method";

/** Where the script that started the server finds how to hand back what is under way. */
const hooks = globalThis as { __backlogBalanceShutdown?: () => Promise<void> };

/** Opens everything and begins the background work. Where that fails: one line, and the end. */
export async function boot(): Promise<void> {
  try {
    const runtime = await getRuntime();
    tellConsoleByLog(runtime.log);
    tellMethods();
    runtime.runner.begin();
    runtime.reclassifier.begin();
    runtime.messenger.begin();
    runtime.postman?.begin();
    runtime.backups?.begin();
    await tellOwnerCode(runtime);
    hooks.__backlogBalanceShutdown = runtime.close;
    markBooted();
  } catch (error) {
    process.stderr.write(`Backlog Balance cannot start: ${errorLine(error)}\n`);
    process.exit(1);
  }
}

/** On the console, which only who runs the server reads; never in the log, which may be sent on. */
async function tellOwnerCode({ world, database: { db } }: Runtime): Promise<void> {
  const code = world.identity === null ? null : await makeOwnerCode({ ...world, db });
  if (code === null) return;
  const address = `${world.outgoing.baseUrl}/join`;
  process.stdout.write(`There is no owner yet. Become it at ${address} with the code ${code}\n`);
}
