import { findProductOfThing } from "@/db/queries/things";
import { AppError } from "@/lib/errors";
import { findRoute } from "@/lib/rights/find-route";
import type { Who } from "@/lib/rights/who";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { notSignedIn, requireRight, requireRightIn, requireRightSomewhere } from "./rights";

/**
 * Asks the table of routes whether the actor may take one, before anything of the request is read.
 * Services ask again for themselves. Errors: `unauthorized`, `forbidden`; `not_found` where there is
 * no such route, or no such thing for the actor.
 */
export async function requireRoute({
  ctx,
  input: { method, pathname },
}: {
  ctx: Context;
  input: { method: string; pathname: string };
}): Promise<void> {
  const route = findRoute(method, pathname);
  if (!route) {
    if (ctx.actor.kind === "nobody") throw notSignedIn();
    throw new AppError("not_found", `There is no ${pathname}.`);
  }
  const { who, parameters } = route;
  // The owner of the machine may do everything: nothing needs to be looked up.
  if (who.kind === "anyone" || ctx.actor.kind === "local") return;
  if (ctx.actor.kind === "nobody" || ctx.actor.kind === "link") throw notSignedIn();
  await requireWho(ctx, who, parameters);
}

async function requireWho(
  ctx: Context,
  who: Exclude<Who, { kind: "anyone" }>,
  parameters: Record<string, string>,
): Promise<void> {
  switch (who.kind) {
    case "person":
      if (ctx.actor.kind === "member") return;
      throw new AppError("forbidden", "This needs a person who is signed in, not a token.");
    case "workspace":
      return requireRight(ctx.actor, who.right);
    case "somewhere":
      return requireRightSomewhere(ctx.actor, who.right);
    case "thing": {
      const id = parameters[who.parameter] ?? "";
      const { workspaceId } = ctx.actor;
      const key = { workspaceId, thing: who.parameter, id };
      const productId = isUuid(id) ? await findProductOfThing(ctx.db, key) : null;
      if (productId === null) throw noSuchThing();
      return requireRightIn(ctx.actor, who.right, productId, noSuchThing);
    }
  }
}

function noSuchThing(): AppError {
  return new AppError("not_found", "There is none such.");
}
