import { parseArgs } from "node:util";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { runBundled } from "./run-bundled.mjs";

const usage = 'npm run new-workspace -- --name "Acme" --owner-email ada@example.com';

/**
 * `npm run new-workspace`: a workspace beside those that there are, and its owner, or the code by which
 * one becomes it. The embedded database is one process's at a time: stop the product first.
 */
export async function newWorkspace() {
  const { name, email } = readArguments(process.argv.slice(2));
  await runBundled("scripts/serve/make-workspace.ts", [name, email]);
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { name: { type: "string" }, "owner-email": { type: "string" } },
    });
    const { name, "owner-email": email } = values;
    if (name && email) return { name, email };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new ExpectedFailure(`${what}\nUse it so: ${usage}`);
  }
  throw new ExpectedFailure(`Name the workspace and its owner: ${usage}`);
}
