import type { Db } from "@/db/client";
import { countItemsBySource } from "@/db/queries/sources";
import type { ProductRow, SourceRow } from "@/db/schema";
import { createGuardedFetch } from "@/lib/connectors/http";
import type { SyncMode } from "@/lib/domain/source";
import { createConnections } from "@/lib/sync/connections";
import { createSecretBox } from "@/lib/sync/credentials";
import { makeSource } from "@/tests/factories";
import { syncOnce } from "@/tests/setup/sync-once";

/** The tracker and its address, with how many items it shall have. */
type Tracker = { tracker: "github" | "jira"; url: string };

const secrets = createSecretBox("a key that only benchmarks know, long enough");

/** A source of the benchmarks' tracker, never synced. */
export function makeTrackedSource(
  db: Db,
  product: ProductRow,
  { tracker, url }: Tracker,
): Promise<SourceRow> {
  const id = crypto.randomUUID();
  return makeSource(db, product, {
    id,
    kind: tracker,
    apiUrl: url,
    settings: settingsOf[tracker],
    credential: secrets.seal("token", { workspaceId: product.workspaceId, sourceId: id }),
  });
}

/** Syncs a source with everything the product does, and returns how long that took. */
export async function timeSync(
  db: Db,
  source: SourceRow,
  mode: SyncMode = "incremental",
): Promise<{ items: number; syncMs: number }> {
  const { host } = new URL(source.apiUrl ?? "");
  const guarded = createGuardedFetch({ allowedHosts: [host], timeoutMs: 20_000 });
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const io = { fetch: guarded.fetch, now: () => new Date(), sleep };
  const connector = createConnections(io, secrets, { sharePercent: 80 }).open(source);
  const beganAt = performance.now();
  await syncOnce(db, source, connector, { mode, now: io.now });
  const syncMs = performance.now() - beganAt;
  await guarded.close();
  const counts = await countItemsBySource(db, source);
  const own = counts.find(({ sourceId }) => sourceId === source.id);
  return { items: own?.count ?? 0, syncMs };
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
