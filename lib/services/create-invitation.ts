import type { z } from "zod";
import { insertInvitation, lockPeople } from "@/db/queries/memberships";
import type { InvitationRow } from "@/db/schema";
import type { createInvitationSchema, Invitation, NewInvitation } from "@/lib/contracts/accounts";
import { requireStillOwner, rolesText } from "./change-member";
import type { Context } from "./context";
import { recordDeed } from "./record-deed";
import { requireAccounts } from "./require-accounts";
import { requireKnownProducts } from "./require-known-products";
import { requireRight } from "./rights";
import { makeSecret } from "./secret-text";

const dayMs = 86_400_000;

/** Makes a link that lets one person in. It is shown this once. Errors: `unprocessable`. */
export async function createInvitation({
  ctx,
  input: { days, ...wish },
}: {
  ctx: Context;
  input: z.output<typeof createInvitationSchema>;
}): Promise<NewInvitation> {
  requireRight(ctx.actor, "manage_people");
  requireAccounts(ctx);
  await requireKnownProducts(ctx, Object.keys(wish.productRoles), "productRoles");
  const { workspaceId, name: createdBy } = ctx.actor;
  const { text, secretHash } = makeSecret("invite", workspaceId);
  const createdAt = ctx.now();
  const row: InvitationRow = {
    ...{ workspaceId, id: crypto.randomUUID(), secretHash, ...wish, createdBy, createdAt },
    expiresAt: new Date(createdAt.getTime() + days * dayMs),
    ...{ acceptedAt: null, acceptedBy: null },
  };
  await ctx.db.transaction(async (tx) => {
    await lockPeople(tx, workspaceId);
    await requireStillOwner(ctx, tx);
    await insertInvitation(tx, row);
    const { id: subject, role, note } = row;
    const detail = { role, note, products: rolesText(row.productRoles) };
    await recordDeed(ctx, tx, { kind: "invitation.create", productId: null, subject, detail });
  });
  return { ...invitationAnswer(row), url: `${ctx.outgoing.baseUrl}/join?invitation=${text}` };
}

/** A stored invitation in the contract's words. */
export function invitationAnswer(row: InvitationRow): Invitation {
  const { id, note, role, productRoles, createdBy, createdAt, expiresAt, acceptedAt } = row;
  return {
    ...{ id, note, role, productRoles, createdBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
  };
}
