import type { Side } from "@/lib/domain/agreement";
import { sideWords } from "@/lib/domain/glossary";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/rights/actor";
import { mayDo, mayDoInWorkspace, mayDoSomewhere, sidesOf } from "@/lib/rights/may-do";
import type { ProductRight, WorkspaceRight } from "@/lib/rights/rights";

/** For what belongs to the workspace as a whole. Errors: `unauthorized`, `forbidden`. */
export function requireRight(actor: Actor, right: WorkspaceRight): void {
  if (mayDoInWorkspace(actor, right)) return;
  throw actor.kind === "nobody" ? notSignedIn() : noRight();
}

/** For what belongs to some product, whichever. Errors: as `requireRight`. */
export function requireRightSomewhere(actor: Actor, right: ProductRight): void {
  if (mayDoSomewhere(actor, right)) return;
  throw actor.kind === "nobody" ? notSignedIn() : noRight();
}

/**
 * For what belongs to a product. Errors: `missing()` where the product is not visible, as if there
 * were none; `forbidden` where it is.
 */
export function requireRightIn(
  actor: Actor,
  right: ProductRight,
  productId: string,
  missing: () => AppError,
): void {
  if (mayDo(actor, right, productId)) return;
  throw mayDo(actor, "read", productId) ? noRight() : missing();
}

/**
 * Who signs for a side, as it is recorded. Without accounts both sides may be one person's, which
 * every signature says (`local`). Errors: `forbidden` where the person does not hold that side.
 */
export function speakerOf(
  actor: Actor,
  { productId, side }: { productId: string; side: Side },
): { speaker: string; local: boolean; personId: string | null } {
  if (!sidesOf(actor, productId).includes(side)) {
    const { name } = sideWords[side];
    throw new AppError("forbidden", `Only who speaks for ${name} in this product can say this.`, {
      fields: { side: `You do not speak for ${name} here.` },
    });
  }
  const local = actor.kind === "local";
  return { speaker: actor.name, local, personId: actor.kind === "member" ? actor.personId : null };
}

export function notSignedIn(): AppError {
  return new AppError("unauthorized", "Sign in first.");
}

function noRight(): AppError {
  return new AppError("forbidden", "You do not have the right to do this.");
}
