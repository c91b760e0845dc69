import { digestDays } from "@/lib/agreements/digest-days";
import { digestText } from "@/lib/agreements/digest-text";
import { markdown } from "@/lib/agreements/message-text";
import { dayOf } from "@/lib/balance/calendar";
import type { CurrentDigest } from "@/lib/contracts/digests";
import { composeDigest } from "./compose-digest";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/**
 * The digest that would be made now, of the last whole weeks or month; of the last week where none
 * is ever made. Errors: `not_found`.
 */
export async function getDigest({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<CurrentDigest> {
  const product = await requireProduct(ctx, input.productId, "read");
  const { timeZone, weekStart, digest: every } = product;
  const frequency = every === "off" ? "weekly" : every;
  const days = digestDays(dayOf(ctx.now(), timeZone), frequency, weekStart);
  const digest = await composeDigest(ctx, product, days);
  return { digest, markdown: digestText(digest, markdown, ctx.outgoing.baseUrl) };
}
