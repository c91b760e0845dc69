import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import { findSource } from "@/db/queries/sources";
import type { ProductRow, SourceRow } from "@/db/schema";
import { getSource } from "@/lib/services/get-source";
import { receiveWebhook } from "@/lib/services/receive-webhook";
import { setUpWebhook } from "@/lib/services/set-up-webhook";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "./context";
import { MemoryTracker } from "./memory-connector";
import { openRunner } from "./runner";
import { until } from "./until";

export const minuteMs = 60_000;

type Delivery = {
  secret: string;
  repository?: string;
  event?: string;
  /** Another text is another body. */
  note?: string;
  id?: string;
  text?: string;
};

/** As GitHub sends one. */
export function delivery({ secret, id = crypto.randomUUID(), ...rest }: Delivery) {
  const { repository = "acme/shop", event = "issues", note = id } = rest;
  const text = rest.text ?? JSON.stringify({ note, repository: { full_name: repository } });
  const signature = createHmac("sha256", secret).update(text).digest("hex");
  const headers = new Headers({
    "content-type": "application/json",
    "x-github-delivery": id,
    "x-github-event": event,
    "x-hub-signature-256": `sha256=${signature}`,
  });
  return { headers, body: new TextEncoder().encode(text) };
}

/** A source with a webhook, a clock to turn, and the process that syncs it. */
export async function openWebhook(db: Db, change: Partial<SourceRow> = {}) {
  let nowMs = testNow.getTime();
  const now = () => new Date(nowMs);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const product: ProductRow = await makeProduct(db);
  const ctx = contextOf(db, product, { now });
  const settings = { owner: "acme", name: "Shop" };
  const source = await makeSource(db, product, { settings, nextRunAt: testNow, ...change });
  const tracker = new MemoryTracker([workItem({ number: 1 })]);
  const runner = openRunner(db, new Map([[source.id, tracker]]), { now });
  await runner.open();
  const input = { sourceId: source.id };
  const key = { workspaceId: product.workspaceId, sourceId: source.id };
  const stored = async () => {
    const row = await findSource(db, key);
    if (!row) throw new Error("The source is gone.");
    return row;
  };
  const runs = async () => {
    const [row] = await queryRows<{ count: number }>(
      db,
      sql`select count(*)::int as count from sync_runs where source_id = ${source.id}`,
    );
    return row?.count ?? 0;
  };
  /** Looks for what is due until nothing is under way any more. */
  const settle = async () => {
    const look = async () => {
      await runner.tick();
      return (await getSource({ ctx, input })).state === "syncing" ? null : true;
    };
    await until(look, { what: "the run ended" });
  };
  const { secret } = await setUpWebhook({ ctx, input });
  const receive = (change: Partial<Delivery> = {}) =>
    receiveWebhook({ ctx, input: { ...input, ...delivery({ secret, ...change }) } });
  const get = () => getSource({ ctx, input });
  return {
    ctx,
    input,
    source,
    tracker,
    runner,
    pass,
    now,
    stored,
    runs,
    settle,
    secret,
    receive,
    get,
  };
}
