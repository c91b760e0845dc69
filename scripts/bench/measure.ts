import { z } from "zod";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { makeProduct } from "@/tests/factories";
import { insertPlainly } from "./plain-inserts";
import { processorTime } from "./processor-time";
import { makeTrackedSource, timeSync } from "./time-sync";

const taskSchema = z.object({
  tracker: z.enum(["github", "jira"]),
  /** The tracker's address, with how many items it shall have. */
  url: z.string(),
  /** A PostgreSQL server's, or null for an embedded database in `dataDir`. */
  databaseUrl: z.string().nullable(),
  dataDir: z.string(),
});
type Task = z.infer<typeof taskSchema>;
const preparationSchema = z.object({ prepare: z.string() });

/**
 * One round in a process of its own, as `measure TASK`: a first sync, the peak of the memory until
 * then, and plain inserts of the rows it made. Prints one line of JSON. The other task creates an
 * embedded database to copy.
 */
async function main(): Promise<void> {
  const task: unknown = JSON.parse(process.argv[2] ?? "");
  const preparation = preparationSchema.safeParse(task);
  const result = preparation.success
    ? await (await openEmbedded(preparation.data.prepare)).close()
    : await measure(taskSchema.parse(task));
  console.log(JSON.stringify(result ?? null));
}

async function measure(task: Task) {
  const { databaseUrl, dataDir } = task;
  const database = await (databaseUrl === null ? openEmbedded(dataDir) : openServer(databaseUrl));
  const product = await makeProduct(database.db);
  const usedBefore = await processorTime(database);
  const sync = await timeSync(database.db, await makeTrackedSource(database.db, product, task));
  const usedAfter = await processorTime(database);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const plain = await insertPlainly(database, product);
  await database.close();
  const syncCpuMs = usedBefore === null || usedAfter === null ? null : usedAfter - usedBefore;
  return { ...sync, syncCpuMs, peakBytes, plain };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
