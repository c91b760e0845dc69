import type { z } from "zod";
import {
  countOwners,
  findMembership,
  lockPeople,
  updateMembership,
} from "@/db/queries/memberships";
import type { changeMemberSchema } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { recordDeed } from "./record-deed";
import { nameOf, requireMembership } from "./require-accounts";
import { requireKnownProducts } from "./require-known-products";
import { requireRight } from "./rights";

/**
 * Makes something else of a member. Errors: `not_found`; `conflict` where the last owner would go;
 * `unprocessable` where a product is none of the workspace's.
 */
export async function changeMember({
  ctx,
  input: { personId, change },
}: {
  ctx: Context;
  input: { personId: string; change: z.output<typeof changeMemberSchema> };
}): Promise<void> {
  requireRight(ctx.actor, "manage_people");
  await requireKnownProducts(ctx, Object.keys(change.productRoles), "productRoles");
  const { workspaceId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await lockPeople(tx, workspaceId);
    await requireStillOwner(ctx, tx);
    const before = await requireMembership(ctx, tx, personId);
    await updateMembership(tx, { workspaceId, personId }, change);
    await requireOwner(tx, workspaceId);
    const name = await nameOf(tx, personId);
    const products = rolesText(change.productRoles);
    const detail = { name, was: before.role, is: change.role, products };
    await recordDeed(ctx, tx, {
      kind: "member.change",
      productId: null,
      subject: personId,
      detail,
    });
  });
}

/**
 * Asked again once nobody else changes people: who was removed meanwhile makes nobody anything.
 * Errors: `forbidden`.
 */
export async function requireStillOwner(ctx: Context, tx: Context["db"]): Promise<void> {
  if (ctx.actor.kind !== "member") return;
  const { workspaceId, personId } = ctx.actor;
  const row = await findMembership(tx, { workspaceId, personId });
  if (row?.role === "owner") return;
  throw new AppError("forbidden", "You do not have the right to do this.");
}

/** Errors: `conflict` where the workspace would be left without an owner. */
export async function requireOwner(tx: Context["db"], workspaceId: string): Promise<void> {
  if ((await countOwners(tx, workspaceId)) > 0) return;
  throw new AppError("conflict", "A workspace needs an owner: make somebody else one first.");
}

export function rolesText(productRoles: Record<string, string>): string {
  return Object.entries(productRoles)
    .map(([productId, role]) => `${productId} ${role}`)
    .join(", ");
}
