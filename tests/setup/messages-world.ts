import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import { createGuardedFetch } from "@/lib/connectors/http";
import { proposeAgreementSchema } from "@/lib/contracts/agreements";
import { listDigestsSchema } from "@/lib/contracts/digests";
import { createStageSchema } from "@/lib/contracts/stages";
import { answerAgreement } from "@/lib/services/answer-agreement";
import type { Context } from "@/lib/services/context";
import { createStage } from "@/lib/services/create-stage";
import { listDigests } from "@/lib/services/list-digests";
import { proposeAgreement } from "@/lib/services/propose-agreement";
import { queueMessages } from "@/lib/services/queue-messages";
import { sendMessages } from "@/lib/services/send-messages";
import { setProductWebhook } from "@/lib/services/set-product-webhook";
import { createMessagePost } from "@/lib/sync/message-post";
import { makeProduct } from "@/tests/factories";
import { contextOf } from "./context";
import type { MessageReceiver } from "./message-receiver";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** A Monday, before the hour of digests. */
export const monday = "2026-03-02T06:00:00Z";

type StoredMessage = { key: string; state: string; attempts: number; fault: string | null };

/** A product that may have something to tell, a clock to turn, and processes that tell it. */
export async function openMessages(
  db: Db,
  receiver: MessageReceiver,
  {
    now: start,
    allowed = [receiver.host],
    timeoutMs = 60_000,
    ...change
  }: Partial<ProductRow> & { now: string; allowed?: string[]; timeoutMs?: number },
) {
  let nowMs = Date.parse(start);
  const product = await makeProduct(db, { createdAt: new Date(start), ...change });
  const limits = { timeoutMs, readBodies: false, keepConnections: false };
  const guarded = createGuardedFetch({ allowedHosts: allowed, ...limits });
  const outgoing = { ...createMessagePost(guarded), baseUrl: "http://balance.test" };
  const ctx: Context = contextOf(db, product, { now: () => new Date(nowMs), outgoing });
  const input = { productId: product.id };
  const stage = (startsOn: string, name = "Expand") =>
    createStage({ ctx, input: { ...input, stage: createStageSchema.parse({ name, startsOn }) } });
  return {
    ...{ ctx, product, input, stage },
    digests: async () => {
      const query = listDigestsSchema.parse({});
      return (await listDigests({ ctx, input: { ...input, ...query } })).items;
    },
    close: guarded.close,
    pass: (ms: number) => {
      nowMs += ms;
    },
    setWebhook: (url = receiver.url) => setProductWebhook({ ctx, input: { ...input, url } }),
    /** One look of a process, in which nothing fails. */
    look: async (world: Context = ctx, signal = new AbortController().signal) => {
      for (const { error } of await queueMessages({ world })) throw error;
      await sendMessages({ world, signal });
    },
    agree: async (stageId: string, reviewOn: string | null = null, terms: object = {}) => {
      const shares = { feature: 65, upkeep: 35 };
      const said = {
        side: "pm",
        shares,
        tolerance: 5,
        reason: "Because.",
        stageId,
        reviewOn,
        ...terms,
      };
      const proposal = proposeAgreementSchema.parse(said);
      const { id } = await proposeAgreement({ ctx, input: { ...input, proposal } });
      const answer = { side: "engineering", decision: "accept", reason: "" } as const;
      await answerAgreement({ ctx, input: { agreementId: id, answer } });
      return id;
    },
    messages: () =>
      queryRows<StoredMessage>(
        db,
        sql`select key, state, attempts, fault from messages
          where product_id = ${product.id} order by created_at, key`,
      ),
  };
}
