import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { newWorkspaceSchema } from "@/lib/contracts/accounts";
import { baseUrlOf, readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { makeWorkspace } from "@/lib/services/make-workspace";

/** Prints who owns the new workspace; a code is printed here and written nowhere else. */
async function main(): Promise<void> {
  const env = readEnv();
  if (env.ACCOUNTS === "off") {
    throw new AppError("unprocessable", "Several workspaces need accounts: set ACCOUNTS=on first.");
  }
  const [name, ownerEmail] = process.argv.slice(2);
  const given = newWorkspaceSchema.safeParse({ name, ownerEmail });
  if (!given.success) {
    const faults = given.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new AppError("invalid_request", faults.join("\n"));
  }
  const database = await (env.DATABASE_URL === undefined
    ? openEmbedded(env.DATA_DIR)
    : openServer(env.DATABASE_URL));
  try {
    const world = { db: database.db, now: () => new Date() };
    const made = await makeWorkspace({ world, input: given.data });
    const { ownerEmail: email, name: called } = given.data;
    console.log(
      "owner" in made
        ? `The workspace ${called} is there. ${email} is its owner, and finds it beside their others.`
        : `The workspace ${called} is there. Give ${email} the address ${baseUrlOf(env)}/join and this code, which works once, within a month, for whoever has it; who has an account signs in first. Run this again for another.\n${made.code}`,
    );
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
});
