import { type Side, sides } from "@/lib/domain/agreement";
import type { Role } from "@/lib/domain/role";
import type { Actor, MemberActor, TokenActor } from "./actor";
import {
  type ProductRight,
  type Right,
  rightsOfRole,
  rightsOfTokens,
  type WorkspaceRight,
} from "./rights";

/** Whether the actor may do it to a product of its workspace; `read` is whether it is visible. */
export function mayDo(actor: Actor, right: ProductRight, productId: string): boolean {
  switch (actor.kind) {
    case "local":
      return true;
    case "member":
      return allows(roleIn(actor, productId), right);
    case "token":
      return (
        (actor.productIds?.includes(productId) ?? true) &&
        rightsOfTokens[actor.scope].some((one) => one === right) &&
        allows(roleIn(actor, productId), right)
      );
    case "link":
      return right === "read" && actor.productId === productId;
    case "nobody":
      return false;
  }
}

/** Whether the actor may do it to the workspace; whoever belongs to it may list what they see. */
export function mayDoInWorkspace(actor: Actor, right: WorkspaceRight): boolean {
  switch (actor.kind) {
    case "local":
      return true;
    case "member":
      return right === "list" || allows(actor.role, right);
    case "token":
      // One that is bound to products has no say over others, and so none over the workspace.
      return (
        right === "list" ||
        (actor.productIds === null &&
          rightsOfTokens[actor.scope].some((one) => one === right) &&
          allows(actor.role, right))
      );
    case "link":
    case "nobody":
      return false;
  }
}

/** Whether there may be a product to which the actor may do it. */
export function mayDoSomewhere(actor: Actor, right: ProductRight): boolean {
  if (actor.kind === "local" || actor.kind === "nobody") return actor.kind === "local";
  const products = actor.kind === "link" ? [actor.productId] : Object.keys(actor.productRoles);
  const bound = actor.kind === "token" ? (actor.productIds ?? []) : [];
  const other = crypto.randomUUID();
  return [...products, ...bound, other].some((id) => mayDo(actor, right, id));
}

/** The products that the actor sees; null is every one of the workspace. */
export function visibleProducts(actor: Actor): readonly string[] | null {
  switch (actor.kind) {
    case "local":
      return null;
    case "member":
      return actor.role === null ? Object.keys(actor.productRoles) : null;
    case "token": {
      if (actor.role !== null) return actor.productIds;
      const own = Object.keys(actor.productRoles);
      return own.filter((id) => actor.productIds?.includes(id) ?? true);
    }
    case "link":
      return [actor.productId];
    case "nobody":
      return [];
  }
}

/** The sides that the actor may sign for: both only on a machine without accounts. */
export function sidesOf(actor: Actor, productId: string): readonly Side[] {
  if (actor.kind === "local") return sides;
  if (actor.kind !== "member") return [];
  const held = actor.productRoles[productId] ?? actor.role;
  return sides.filter((side) => side === held);
}

/** A role in the product counts before that of the workspace, but an owner stays one. */
function roleIn(actor: MemberActor | TokenActor, productId: string): Role | null {
  if (actor.role === "owner") return "owner";
  return actor.productRoles[productId] ?? actor.role;
}

function allows(role: Role | null, right: Right): boolean {
  return role !== null && rightsOfRole[role].some((one) => one === right);
}
