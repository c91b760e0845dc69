import { openRoute, route } from "@/app/_server/route";
import { AppError } from "@/lib/errors";
import type { Context } from "@/lib/services/context";

type Params = { all: string[] };

/** Signing in elsewhere begins here, from our own pages. */
export const POST = route<Params>(async ({ ctx, request, params }) => {
  const path = params.all.join("/");
  if (path !== "sign-in/social") throw noSuchPath(path);
  return handle(ctx, request);
});

/** And comes back here, from the provider's page. */
export const GET = openRoute<Params>(async ({ ctx, request, params }) => {
  const path = params.all.join("/");
  if (!["callback/github", "callback/oidc"].includes(path)) throw noSuchPath(path);
  return handle(ctx, request);
});

function handle({ identity }: Context, request: Request): Promise<Response> {
  if (identity === null) throw noSuchPath("");
  return identity.handle(request);
}

function noSuchPath(path: string): AppError {
  return new AppError("not_found", `There is no /api/auth/${path}.`);
}
