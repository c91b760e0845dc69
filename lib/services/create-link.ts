import type { z } from "zod";
import { insertLink } from "@/db/queries/share-links";
import type { ShareLinkRow } from "@/db/schema";
import type { createLinkSchema, Link, NewLink } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireMeeting } from "./find-meeting";
import { requireProduct } from "./find-product";
import { readSharedQuery } from "./get-shared";
import { recordDeed } from "./record-deed";
import { requireMember } from "./require-accounts";
import { makeSecret } from "./secret-text";

const dayMs = 86_400_000;

type Wish = z.output<typeof createLinkSchema>;

/**
 * Makes a link that shows one closed meeting's record or one view of the balance to whoever has it.
 * It is shown this once. Errors: `not_found`; `forbidden`; `conflict` where the meeting is open;
 * `invalid_request` naming `query` where the balance has no such view.
 */
export async function createLink({ ctx, input }: { ctx: Context; input: Wish }): Promise<NewLink> {
  const { actor } = requireMember(ctx);
  const shared = await whatIsShared(ctx, input);
  const { workspaceId, name: createdBy } = actor;
  const { text, secretHash } = makeSecret("link", workspaceId);
  const createdAt = ctx.now();
  const row: ShareLinkRow = {
    ...{ workspaceId, id: crypto.randomUUID(), secretHash, ...shared, createdBy, createdAt },
    expiresAt: new Date(createdAt.getTime() + input.days * dayMs),
    revokedAt: null,
  };
  await ctx.db.transaction(async (tx) => {
    await insertLink(tx, row);
    const { id: subject, kind, productId, meetingId, query } = row;
    const detail = { kind, meetingId, query, days: input.days };
    await recordDeed(ctx, tx, { kind: "link.create", productId, subject, detail });
  });
  return { ...linkAnswer(row), url: `${ctx.outgoing.baseUrl}/shared/${text}` };
}

async function whatIsShared(ctx: Context, wish: Wish) {
  const { kind } = wish;
  if (kind === "balance") {
    const { id: productId } = await requireProduct(ctx, wish.productId, "agree");
    const { error } = readSharedQuery(wish.query);
    const [fault] = error?.issues ?? [];
    if (fault) {
      const message = `The balance has no such view: ${fault.message}`;
      throw new AppError("invalid_request", message, { fields: { query: message } });
    }
    return { kind, productId, meetingId: null, query: wish.query };
  }
  const meeting = await requireMeeting(ctx, ctx.db, wish.meetingId, "agree");
  if (meeting.closedAt === null) {
    throw new AppError("conflict", "Close the meeting first: its record is what is shared.");
  }
  return { kind, productId: meeting.productId, meetingId: meeting.id, query: null };
}

/** A stored link in the contract's words, without what it is. */
export function linkAnswer(row: ShareLinkRow): Link {
  const { id, kind, productId, meetingId, query, createdBy, createdAt, expiresAt, revokedAt } = row;
  return {
    ...{ id, kind, productId, meetingId, query, createdBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
