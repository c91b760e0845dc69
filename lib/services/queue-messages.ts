import { createHash } from "node:crypto";
import { hasDigestOf, insertDigest } from "@/db/queries/digests";
import { insertMessages, readMessageKeys } from "@/db/queries/messages";
import { findProductWebhook } from "@/db/queries/product-webhooks";
import { listAllProducts } from "@/db/queries/products";
import type { MessageRow, ProductRow } from "@/db/schema";
import { digestDays, digestDueAt } from "@/lib/agreements/digest-days";
import { digestText } from "@/lib/agreements/digest-text";
import { mrkdwn } from "@/lib/agreements/message-text";
import { dayOf, instantsOf } from "@/lib/balance/calendar";
import type { Trigger } from "@/lib/contracts/triggers";
import { composeDigest } from "./compose-digest";
import type { Context } from "./context";
import { isCopiedUntil } from "./is-copied-until";
import { readTriggers } from "./read-triggers";

type World = Omit<Context, "actor">;

/**
 * Makes the digests that are due, and queues them and what asks for a talk for those products that
 * have a webhook: each once, however many processes look. Returns what failed; the others went on.
 */
export async function queueMessages({
  world,
}: {
  world: World;
}): Promise<{ productId: string; error: unknown }[]> {
  const failures: { productId: string; error: unknown }[] = [];
  for (const product of await listAllProducts(world.db)) {
    const actor = {
      workspaceId: product.workspaceId,
      name: "the scheduler",
      kind: "local",
    } as const;
    try {
      await queueOfProduct({ ...world, actor }, product);
    } catch (error) {
      failures.push({ productId: product.id, error });
    }
  }
  return failures;
}

async function queueOfProduct(ctx: Context, product: ProductRow): Promise<void> {
  const { workspaceId, id: productId } = product;
  const key = { workspaceId, productId };
  const hasWebhook = (await findProductWebhook(ctx.db, key)) !== null;
  await keepDueDigest(ctx, product, hasWebhook);
  if (!hasWebhook) return;
  const { triggers } = await readTriggers(ctx, product);
  const known = await readMessageKeys(ctx.db, key);
  const fresh = triggers
    .filter((trigger) => !known.has(trigger.key))
    .map((trigger) => messageOf(product, trigger.key, triggerText(ctx, product, trigger)));
  await insertMessages(ctx.db, { ...key, at: ctx.now() }, fresh);
}

/** Together in one transaction: a digest that is kept is queued, and one that is queued is kept. */
async function keepDueDigest(
  ctx: Context,
  product: ProductRow,
  hasWebhook: boolean,
): Promise<void> {
  const { workspaceId, id: productId, timeZone, weekStart, digest: every } = product;
  if (every === "off") return;
  const at = ctx.now();
  const { day, ...days } = digestDays(dayOf(at, timeZone), every, weekStart);
  const dueAt = digestDueAt(day, timeZone);
  if (at < dueAt || dueAt < product.createdAt) return;
  const key = { workspaceId, productId };
  if (await hasDigestOf(ctx.db, { ...key, day })) return;
  // A machine that slept has not heard the end of these days yet.
  if (!(await isCopiedUntil(ctx, key, instantsOf(days, timeZone).endsAt))) return;
  const digest = await composeDigest(ctx, product, days);
  const text = digestText(digest, mrkdwn, ctx.outgoing.baseUrl);
  await ctx.db.transaction(async (tx) => {
    const id = crypto.randomUUID();
    const isFirst = await insertDigest(tx, { ...key, id, day, content: digest, createdAt: at });
    if (!isFirst || !hasWebhook) return;
    await insertMessages(tx, { ...key, at }, [messageOf(product, `digest ${day}`, text)]);
  });
}

function triggerText(ctx: Context, { name }: ProductRow, { sentence, path }: Trigger): string {
  const link = mrkdwn.link("Look at it", `${ctx.outgoing.baseUrl}${path}`);
  return `${mrkdwn.strong(mrkdwn.text(name))}: ${mrkdwn.text(sentence)} ${link}\n`;
}

/** The reference is the same whoever queues it: two messages that bear one are the same. */
function messageOf(
  { id }: ProductRow,
  key: string,
  text: string,
): Pick<MessageRow, "key" | "reference" | "text"> {
  const reference = createHash("sha256").update(`${id} ${key}`).digest("hex").slice(0, 12);
  return { key, reference, text: `${text}Message ${reference}` };
}
