import { z } from "zod";
import type { Db } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { countItemsBySource } from "@/db/queries/sources";
import type { ProductRow } from "@/db/schema";
import { createGuardedFetch } from "@/lib/connectors/http";
import { createConnections } from "@/lib/sync/connections";
import { createSecretBox } from "@/lib/sync/credentials";
import { makeProduct, makeSource } from "@/tests/factories";
import { syncOnce } from "@/tests/setup/sync-once";
import { insertPlainly } from "./plain-inserts";
import { processorTime } from "./processor-time";

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
  const sync = await measureSync(database.db, product, task);
  const usedAfter = await processorTime(database);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const plain = await insertPlainly(database, product);
  await database.close();
  const syncCpuMs = usedBefore === null || usedAfter === null ? null : usedAfter - usedBefore;
  return { ...sync, syncCpuMs, peakBytes, plain };
}

async function measureSync(
  db: Db,
  product: ProductRow,
  { tracker, url }: Task,
): Promise<{ items: number; syncMs: number }> {
  const secrets = createSecretBox("a key that only benchmarks know, long enough");
  const id = crypto.randomUUID();
  const place = { workspaceId: product.workspaceId, sourceId: id };
  const source = await makeSource(db, product, {
    id,
    kind: tracker,
    apiUrl: url,
    settings: settingsOf[tracker],
    credential: secrets.seal("token", place),
  });
  const { host } = new URL(url);
  const guarded = createGuardedFetch({ allowedHosts: [host], timeoutMs: 20_000 });
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const io = { fetch: guarded.fetch, now: () => new Date(), sleep };
  const connector = createConnections(io, secrets, { sharePercent: 80 }).open(source);
  const beganAt = performance.now();
  await syncOnce(db, source, connector, { now: io.now });
  const syncMs = performance.now() - beganAt;
  await guarded.close();
  const counts = await countItemsBySource(db, { ...place, productId: product.id });
  return { items: counts.get(id) ?? 0, syncMs };
}

const settingsOf = {
  github: { owner: "bench", name: "shop" },
  jira: {
    scope: { project: "SHOP" },
    email: null,
    pointsField: null,
    deployment: "cloud",
    resolutions: {},
  },
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
